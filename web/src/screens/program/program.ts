// Who receives what from whom: quotas and money, gaps and overlaps, what leaves for agencies and donors, what changed since.

import type { App } from '../../app';
import { SidePanel } from '../../components/side-panel';
import { t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { withParams } from '../../state/route';
import { lastSummary } from '../../state/state';
import { followDoors } from '../door-panel';
import { nothingYet } from '../plan-parts';
import { change } from './change';
import { extracts } from './extracts';
import { matrix } from './matrix';
import { programmes } from './programmes';

const kTabs = ['programmes', 'matrix', 'extracts', 'change'] as const;
type Tab = (typeof kTabs)[number];

const kParts: Record<Tab, (app: App, signal: AbortSignal) => HTMLElement> = { programmes, matrix, extracts, change };

export function program(root: HTMLElement, app: App, signal: AbortSignal): void {
  const body = el('div');
  root.append(el('h1', {}, t().program.title), body);
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  app.store.select(
    (s) => lastSummary(s.run),
    (summary) => {
      life.abort();
      life = new AbortController();
      redraw(body, summary ? content(app, life.signal) : nothingYet());
    },
    signal,
  );
}

function content(app: App, signal: AbortSignal): HTMLElement {
  const panel = new SidePanel();
  panel.hidden = true;
  panel.dataset.testid = 'door-panel';
  const tabs = el('div', { role: 'tablist', class: 'tabs', 'aria-label': t().program.tabs });
  const place = el('div', { role: 'tabpanel', id: 'program-tab' });
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  app.store.select(
    (s) => kTabs.find((tab) => tab === s.route.params.tab) ?? 'programmes',
    (tab) => {
      life.abort();
      life = new AbortController();
      drawTabs(tabs, app, tab);
      place.setAttribute('aria-label', t().program.tab[tab]);
      redraw(place, kParts[tab](app, life.signal));
    },
    signal,
  );
  followDoors(app, panel, signal);
  return el('div', { class: 'with-panel' }, el('div', { class: 'plan' }, tabs, place), panel);
}

function drawTabs(tabs: HTMLElement, app: App, current: Tab): void {
  const choose = (tab: Tab): void =>
    app.actions.go(withParams(app.store.state.route, { tab, door: '', family: '', person: '' }));
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = kTabs[(kTabs.indexOf(current) + by + kTabs.length) % kTabs.length];
    if (by !== 0 && next) {
      choose(next);
      queueMicrotask(() => tabs.querySelector<HTMLElement>(`[data-key="tab-${next}"]`)?.focus());
    }
  };
  redraw(
    tabs,
    ...kTabs.map((tab) =>
      el(
        'button',
        {
          type: 'button',
          role: 'tab',
          'data-key': `tab-${tab}`,
          'data-testid': `tab-${tab}`,
          'aria-selected': String(tab === current),
          'aria-controls': 'program-tab',
          tabindex: tab === current ? 0 : -1,
          onclick: () => choose(tab),
          onkeydown: move,
        },
        t().program.tab[tab],
      ),
    ),
  );
}

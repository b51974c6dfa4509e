// Who comes first, and in which villages work begins.

import type { App } from '../../app';
import { SidePanel } from '../../components/side-panel';
import { t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { withParams } from '../../state/route';
import { lastSummary } from '../../state/state';
import { followDoors } from '../door-panel';
import { nothingYet } from '../plan-parts';
import { lokus } from './lokus';
import { ranking } from './ranking';

const kTabs = ['ranking', 'lokus'] as const;

export function prioritas(root: HTMLElement, app: App, signal: AbortSignal): void {
  const body = el('div');
  root.append(el('h1', {}, t().prioritas.title), body);
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
  const tabs = el('div', { role: 'tablist', class: 'tabs', 'aria-label': t().prioritas.tabs });
  const place = el('div', { role: 'tabpanel', id: 'prioritas-tab' });
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  app.store.select(
    (s) => tabOf(s.route.params.tab),
    (tab) => {
      life.abort();
      life = new AbortController();
      drawTabs(tabs, app, tab);
      place.setAttribute('aria-label', t().prioritas.tab[tab]);
      redraw(place, tab === 'ranking' ? ranking(app, life.signal) : lokus(app, life.signal));
    },
    signal,
  );
  followDoors(app, panel, signal);
  return el('div', { class: 'with-panel' }, el('div', { class: 'plan' }, tabs, place), panel);
}

function tabOf(text: string | undefined): (typeof kTabs)[number] {
  return kTabs.find((tab) => tab === text) ?? 'ranking';
}

function drawTabs(tabs: HTMLElement, app: App, current: (typeof kTabs)[number]): void {
  const choose = (tab: string): void =>
    app.actions.go(withParams(app.store.state.route, { tab, door: '', family: '', person: '' }));
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const other = current === 'ranking' ? 'lokus' : 'ranking';
      choose(other);
      queueMicrotask(() => tabs.querySelector<HTMLElement>(`[data-key="tab-${other}"]`)?.focus());
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
          'aria-controls': 'prioritas-tab',
          tabindex: tab === current ? 0 : -1,
          onclick: () => choose(tab),
          onkeydown: move,
        },
        t().prioritas.tab[tab],
      ),
    ),
  );
}

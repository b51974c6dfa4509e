// The frame that the planning screens share: tabs that the address names, the part of the tab, and the panel behind numbers.

import type { App } from '../app';
import { el, redraw } from '../lib/dom';
import { withParams } from '../state/route';
import { lastSummary } from '../state/state';
import { kClosed } from './doors';
import { namesPanel } from './names-panel';
import { nothingYet } from './plan-parts';

export interface PlanScreen<Tab extends string> {
  id: string; // of the place of a tab
  tabs: readonly [Tab, ...Tab[]]; // the first is shown when the address names none
  parts: Record<Tab, (app: App, signal: AbortSignal) => HTMLElement>;
  words: { title: string; tabs: string; tab: Record<Tab, string> };
}

/** Draws the screen into root and follows the result; without one it says what comes first. */
export function planScreen<Tab extends string>(
  root: HTMLElement,
  app: App,
  signal: AbortSignal,
  screen: PlanScreen<Tab>,
): void {
  const body = el('div');
  root.append(el('h1', {}, screen.words.title), body);
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  app.store.select(
    (s) => lastSummary(s.run),
    (summary) => {
      life.abort();
      life = new AbortController();
      redraw(body, summary ? content(app, life.signal, screen) : nothingYet());
    },
    signal,
  );
}

function content<Tab extends string>(app: App, signal: AbortSignal, screen: PlanScreen<Tab>): HTMLElement {
  const tabs = el('div', { role: 'tablist', class: 'tabs', 'aria-label': screen.words.tabs });
  const place = el('div', { role: 'tabpanel', id: screen.id });
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  app.store.select(
    (s) => screen.tabs.find((tab) => tab === s.route.params.tab) ?? screen.tabs[0],
    (tab) => {
      life.abort();
      life = new AbortController();
      drawTabs(tabs, app, screen, tab);
      place.setAttribute('aria-label', screen.words.tab[tab]);
      redraw(place, screen.parts[tab](app, life.signal));
    },
    signal,
  );
  return el('div', { class: 'with-panel' }, el('div', { class: 'plan' }, tabs, place), namesPanel(app, signal));
}

function drawTabs<Tab extends string>(tabs: HTMLElement, app: App, screen: PlanScreen<Tab>, current: Tab): void {
  const all = screen.tabs;
  const choose = (tab: Tab): void => app.actions.go(withParams(app.store.state.route, { ...kClosed, tab }));
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = all[(all.indexOf(current) + by + all.length) % all.length];
    if (by !== 0 && next) {
      choose(next);
      queueMicrotask(() => tabs.querySelector<HTMLElement>(`[data-key="tab-${next}"]`)?.focus());
    }
  };
  redraw(
    tabs,
    ...all.map((tab) =>
      el(
        'button',
        {
          type: 'button',
          role: 'tab',
          'data-key': `tab-${tab}`,
          'data-testid': `tab-${tab}`,
          'aria-selected': String(tab === current),
          'aria-controls': screen.id,
          tabindex: tab === current ? 0 : -1,
          onclick: () => choose(tab),
          onkeydown: move,
        },
        screen.words.tab[tab],
      ),
    ),
  );
}

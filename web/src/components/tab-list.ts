// A row of tabs over one panel; arrow keys move along it.

import { el } from '../lib/dom';

export interface TabList<T extends string> {
  label: string;
  panel: string; // id of the panel that they show
  tabs: readonly T[];
  words: Readonly<Record<T, string>>;
  current: T;
  id: (tab: T) => string; // also its data-testid
  choose: (tab: T) => void;
}

export function tabList<T extends string>({ label, panel, tabs, words, current, id, choose }: TabList<T>): HTMLElement {
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(current) + by + tabs.length) % tabs.length];
    if (by !== 0 && next) {
      choose(next);
    }
  };
  return el(
    'div',
    { role: 'tablist', class: 'tabs', 'aria-label': label, onkeydown: move },
    ...tabs.map((tab) =>
      el(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: id(tab),
          'aria-selected': String(tab === current),
          'aria-controls': panel,
          tabindex: tab === current ? 0 : -1,
          'data-testid': id(tab),
          'data-key': id(tab),
          onclick: () => choose(tab),
        },
        words[tab],
      ),
    ),
  );
}

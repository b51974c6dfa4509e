// What the browser kept of an earlier session, offered where the same lists are open again. Used on several screens.

import type { App } from '../app';
import { icon } from '../components/icons';
import { fill, list, number, t } from '../i18n';
import { type Child, el, redraw } from '../lib/dom';
import type { SavedWork } from '../state/memory';
import { readySources } from '../state/state';

const kMostLists = 4;

/** Follows what is saved and what is open; nothing while there is nothing to offer. */
export function savedWorkOffer(app: App, signal: AbortSignal): HTMLElement {
  const place = el('div', { class: 'saved-work' });
  const draw = (): void => {
    const [work] = app.decisions.offered();
    redraw(place, work && notice(work, [useButton(app, work), forgetButton(app, work)]));
  };
  app.decisions.store.select((s) => s.saved, draw, signal);
  app.decisions.store.select((s) => s.log, draw, signal);
  app.store.select((s) => readySources(s.files).length, draw, signal);
  return place;
}

/** On the first screen, before any list is open: that there is something to go on with. */
export function savedWorkReminder(app: App, work: SavedWork): HTMLElement {
  return notice(work, [el('span', {}, t().review.memoryHome), forgetButton(app, work)]);
}

function notice(work: SavedWork, doors: Child[]): HTMLElement {
  const { review, locale } = t();
  const at = new Date(work.at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const named = work.lists.slice(0, kMostLists);
  const more = work.lists.length - named.length;
  const lists = list(more > 0 ? [...named, `+${number(more)}`] : named);
  return el(
    'div',
    { class: 'notice', 'data-testid': 'saved-work' },
    icon('file'),
    el('p', {}, fill(review.memory, { n: number(work.decisions), at, lists })),
    ...doors,
  );
}

function useButton(app: App, work: SavedWork): HTMLElement {
  const use = async (): Promise<void> => {
    if (work.project) {
      await app.project.resume(work.project).catch(() => undefined); // what cannot be opened is as good as none
    }
    if (await app.decisions.takeUp(work)) {
      await app.actions.applyDecisions();
    }
  };
  return el(
    'button',
    {
      type: 'button',
      class: 'button',
      'data-testid': 'saved-use',
      'data-key': 'saved-use',
      onclick: () => void use(),
    },
    t().review.memoryUse,
  );
}

function forgetButton(app: App, work: SavedWork): HTMLElement {
  return el(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'data-testid': 'saved-forget',
      'data-key': 'saved-forget',
      onclick: () => void app.decisions.forget(work.id),
    },
    t().review.memoryForget,
  );
}

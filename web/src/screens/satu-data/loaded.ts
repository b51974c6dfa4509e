// A part of the screen that is fetched: says that it loads, then what came, or why it did not.

import type { App } from '../../app';
import { errorSentence, t } from '../../i18n';
import { type Child, el, redraw } from '../../lib/dom';
import type { AppState } from '../../state/state';

/** again: a text of the state; whenever it is another one, the part is fetched anew. */
export function loaded(
  app: App,
  signal: AbortSignal,
  again: (state: AppState) => string,
  fetch: () => Promise<readonly Child[]>,
): HTMLElement {
  const place = el('div', { class: 'part' }, el('p', { class: 'muted', role: 'status' }, t().frame.loading));
  let asked = 0;
  const load = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    let children: readonly Child[];
    try {
      children = await fetch();
    } catch (error) {
      const sentence = errorSentence(error);
      children = [el('p', { class: 'bad', role: 'alert' }, `${sentence.what} ${sentence.act}`)];
    }
    if (!signal.aborted && mine === asked) {
      redraw(place, ...children);
    }
  };
  app.store.select(again, () => void load(), signal);
  return place;
}

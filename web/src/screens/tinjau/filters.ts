// Which questions, and in which order.

import type { App } from '../../app';
import type { ReviewFilter } from '../../engine/review-protocol';
import { t } from '../../i18n';
import { el } from '../../lib/dom';
import { lastSummary } from '../../state/state';

export function filters(app: App): HTMLElement {
  const { review, unified } = t();
  const { filter } = app.review.store.state;
  const { share } = app.hands.store.state;
  const lists = share?.sources ?? lastSummary(app.store.state.run)?.sources.map(({ name }) => name) ?? [];
  const change = (part: ReviewFilter): void => void app.review.setFilter({ ...app.review.store.state.filter, ...part });
  const choice = (key: keyof ReviewFilter, label: string, options: [value: string, words: string][]): HTMLElement => {
    const select = el(
      'select',
      { 'data-testid': `review-${key}`, 'data-key': `review-${key}`, onchange: () => change({ [key]: select.value }) },
      ...options.map(([value, words]) => el('option', { value, selected: value === (filter[key] ?? '') }, words)),
    );
    return el('label', { class: 'inline' }, `${label} `, select);
  };
  return el(
    'div',
    { class: 'review-filters' },
    choice('order', review.order, [
      ['effect', review.orderEffect],
      ['weight', review.orderWeight],
    ]),
    choice('state', review.state, [
      ['open', review.stateOpen],
      ['unsure', review.stateUnsure],
    ]),
    choice('source', unified.source, [['', unified.anySource], ...lists.map((name): [string, string] => [name, name])]),
  );
}

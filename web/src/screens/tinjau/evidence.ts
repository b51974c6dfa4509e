// Evidence in plain words first: for and against; what it weighs is one click away.

import type { CaseDetail, Evidence } from '../../engine/review-protocol';
import { fill, number, t } from '../../i18n';
import { el } from '../../lib/dom';
import { stepWords, waterfall } from '../waterfall';

export function evidenceView(detail: CaseDetail): HTMLElement {
  const { review } = t();
  const side = (wanted: Evidence['side'], title: string, sign: string): HTMLElement => {
    const found = detail.evidence.filter((each) => each.side === wanted);
    return el(
      'div',
      { class: `evidence-${wanted}` },
      el('h3', {}, title),
      found.length === 0
        ? el('p', { class: 'muted' }, review.forNone)
        : el(
            'ul',
            {},
            ...found.map((each) =>
              el('li', {}, el('span', { class: 'sign', 'aria-hidden': 'true' }, sign), stepWords(each)),
            ),
          ),
    );
  };
  return el(
    'div',
    { class: 'evidence' },
    side('for', review.for, '✓ '),
    side('against', review.against, '✗ '),
    el(
      'details',
      { 'data-testid': 'weight-detail' },
      el('summary', {}, fill(review.weightMore, { weight: number(detail.weight, 1) })),
      waterfall(detail),
    ),
  );
}

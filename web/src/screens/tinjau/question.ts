// One question in sight: rows, evidence, families, and what the other answer would change.

import { type CaseDetail, kFigures } from '../../engine/review-protocol';
import { fill, number, t } from '../../i18n';
import { type Child, el } from '../../lib/dom';
import { Division } from './division';
import { evidenceView } from './evidence';
import { familiesView } from './families';
import { sightTable } from './sight';

export function questionView(
  detail: CaseDetail,
  masked: boolean,
  decideParts: (parts: number[][]) => void,
): HTMLElement {
  const division = detail.rows.length > 2 ? new Division(detail, decideParts) : undefined;
  return el(
    'div',
    {
      class: `question ${detail.rows.length > 3 ? 'many' : ''}`,
      'data-testid': 'question',
      'data-case': detail.case,
      'data-kind': detail.kind,
    },
    el(
      'div',
      { class: 'question-main' },
      division?.hint,
      sightTable(detail, masked, division && ((place) => division.control(place))),
      el('p', { class: 'muted question-note' }, ...notes(detail)),
      familiesView(detail.families, masked),
    ),
    evidenceView(detail),
  );
}

function notes(detail: CaseDetail): Child[] {
  const { review } = t();
  const verdict = fill(review.now, { verdict: detail.accepted ? review.nowSame : review.nowNot });
  const moves = kFigures
    .map((figure) => ({ figure, by: detail.change?.[figure] ?? 0 }))
    .filter(({ by }) => by !== 0)
    .map(({ figure, by }) => `${by > 0 ? '+' : '−'}${number(Math.abs(by))} ${review.figures[figure]}`);
  return [
    `${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}`,
    moves.length > 0 && ` ${review.effect} ${moves.join(', ')}.`,
  ];
}

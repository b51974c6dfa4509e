// How often padan was right, with limits, and stratum by stratum.

import type { AuditResult } from '../../engine/review-protocol';
import { number, t } from '../../i18n';
import { el } from '../../lib/dom';
import { shareWords } from '../share-words';

type Share = AuditResult['precision'];

export function auditResult(result: AuditResult): HTMLElement {
  const { review } = t();
  const figure = (name: string, share: Share): HTMLElement =>
    el('div', {}, el('dt', {}, name), el('dd', {}, shareWords(share)));
  return el(
    'div',
    { 'data-testid': 'audit-result' },
    el(
      'dl',
      { class: 'figures' },
      figure(review.auditPrecision, result.precision),
      figure(review.auditRecall, result.recall),
    ),
    el('p', { class: 'muted' }, review.auditNote),
    strata(result),
  );
}

/** The strata of a sample are bands of weight, one below the other, each in what was put together and what was not. */
function stratumWords({ stratum }: AuditResult['strata'][number]): string {
  const { review } = t();
  return typeof stratum === 'number' ? (review.auditBands[stratum >> 1] ?? String(stratum)) : stratum;
}

function strata({ strata: rows }: AuditResult): HTMLElement {
  const { review } = t();
  const heads = [review.auditStratum, review.auditMachine, review.auditPairs, review.auditAsked, review.auditSame];
  return el(
    'table',
    { class: 'plain' },
    el(
      'thead',
      {},
      el('tr', {}, ...heads.map((head, i) => el('th', { scope: 'col', class: i > 1 ? 'numeric' : '' }, head))),
    ),
    el(
      'tbody',
      {},
      ...rows.map((row) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, stratumWords(row)),
          el('td', {}, row.accepted ? review.nowSame : review.nowNot),
          ...[row.pairs, row.asked, row.same].map((n) => el('td', { class: 'numeric' }, number(n))),
        ),
      ),
    ),
  );
}

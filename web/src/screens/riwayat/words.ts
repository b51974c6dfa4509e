// How an event of the log is said.

import type { HistoryEvent, NamedRow } from '../../engine/review-protocol';
import { fill, number, t, term } from '../../i18n';
import { display } from '../../i18n/display';
import { rowName } from '../tinjau/sight';

export function when(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime())
    ? at
    : time.toLocaleString(t().locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

export function kindWords({ kind, size, undoes }: HistoryEvent): string {
  const { review } = t();
  const word = term(review.kind, kind);
  if (kind === 'undo') {
    return fill(review.eventUndoes, { seq: number(undoes ?? 0) });
  }
  return size > 1 ? fill(review.group, { kind: word, n: number(size) }) : word;
}

export function rowWords(row: NamedRow | undefined, masked: boolean): string {
  if (!row) {
    return '';
  }
  const name = row.name === undefined || row.name === '' ? '' : `${display('name', row.name, masked)} · `;
  const lost = row.found ? '' : ` (${t().review.rowLost})`;
  return `${name}${rowName(row)}${lost}`;
}

export function reasonWords({ reason = '', note = '' }: HistoryEvent): string {
  const words = reason === '' ? '' : (t().review.reasons[reason] ?? reason);
  return [words, note].filter((part) => part !== '').join('; ');
}

export function stateWords({ in_force, overtaken, contested }: HistoryEvent): string {
  const { review } = t();
  if (in_force && contested) {
    return review.contested;
  }
  return !in_force ? review.notInForce : overtaken ? review.overtaken : review.inForce;
}

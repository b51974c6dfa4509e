// What the fake says of the one list: enough for every part of Satu data to have something to show.

import type { Place, ViewQuery, ViewRow } from '../../../web/src/engine/protocol';
import type { FindingEntry, Range } from '../../../web/src/engine/unified-protocol';
import type { FakeResult } from './fake-result';

const range = (count: number): Range => ({ count, low: Math.max(0, count - 3), high: count + 2 });

const kFindings: [string, FindingEntry['severity'], string][] = [
  ['deceased_receiving', 'grave', '{n} penerimaan bantuan atas nama orang yang meninggal'],
  ['not_in_civil_registry', 'fault', '{n} orang tidak ditemukan di data Dukcapil'],
  ['identity_differs', 'notice', '{n} baris berbeda identitas dari yang dipakai'],
];

/** Nothing for a method that is not about the one list. */
export function answerList(
  results: FakeResult,
  places: readonly Place[],
  method: string,
  args: Record<string, unknown>,
): (() => unknown) | undefined {
  const villages = places.map((place) => ({ ...place, regency: '9999', regency_name: 'KABUPATEN CONTOH' }));
  const select = (query: Omit<ViewQuery, 'kind'>): ViewRow[] => results.select({ ...query, kind: 'persons' });
  const handlers: Record<string, () => unknown> = {
    official: () => ({
      as_of: '2026-11-22',
      by_registers: true,
      lists: [{ name: 'dtks', owner: 'Dinsos', data_date: '2026-11-01' }],
      persons: range(results.persons.length),
      families: range(results.families.length),
      places: villages.map((place) => ({ ...place, persons: range(place.persons), families: range(place.families) })),
    }),
    tiles: () =>
      villages.map((place) => ({
        ...place,
        units: place.persons,
        hits: select({ ...args, village: place.village } as ViewQuery).length,
      })),
    findings: () =>
      kFindings.map(([code, severity, sentence], i) => ({
        code,
        severity,
        sentence,
        subject_kind: 'person',
        count: i === 0 ? 0 : 3 * i,
        meaning: 'Contoh arti.',
        basis: 'UU 24/2013',
        mended_by: 'Disdukcapil',
        remedy: 'Contoh tindakan.',
      })),
    'correction.owners': () => [{ owner: 'Dinsos', lines: 12 }],
    conflicts: () => [
      { field: 'name', open: 2, decided: 1, basis: 'UU 24/2013' },
      { field: 'village', open: 0, decided: 0, basis: '' },
    ],
    'conflict.rows': () => ({
      rows: results.persons.slice(0, 2).map((person) => ({
        ...person,
        rule: 'civil_registry',
        sayings: [
          { value: person.name, sources: ['dukcapil'], row: 0, in_use: true },
          { value: `${person.name} BINTI A`, sources: ['dtks', 'pbi'], row: 1, in_use: false },
        ],
      })),
    }),
    civil: () => [
      { status: 'PADAN', answer: 0, lists: [{ source: 'dtks', rows: 40 }] },
      { status: 'TIDAK_DITEMUKAN', answer: 13, lists: [{ source: 'dtks', rows: 5 }] },
    ],
    actions: () => [{ programme: 'pkh', keep: 40, add: 0, remove: 1, mend: 6, check: 3 }],
    'lock.state': () => ({ locked: false, changed: false, hash: '', events: [] }),
    'export.columns': () => ['person_id', 'nik', 'name', 'village'],
  };
  return handlers[method];
}

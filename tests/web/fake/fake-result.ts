// The fake's matching: rows are one person when NIK agree or name and birth date agree. Enough to have something to look at.

import type {
  DataRow,
  FamilyRow,
  Overlap,
  PairDetail,
  PairRow,
  PersonDetail,
  PersonRow,
  Summary,
  ViewQuery,
  ViewRow,
} from '../../../web/src/engine/protocol';
import type { FakeSource } from './fake-tables';

export class FakeResult {
  readonly rows: DataRow[];
  readonly persons: PersonRow[] = [];
  readonly families: FamilyRow[] = [];
  readonly pairs: PairRow[] = [];

  constructor(private readonly sources: readonly FakeSource[]) {
    this.rows = sources.flatMap((each) => each.data).map((row, index) => ({ ...row, index }));
    const byKey = new Map<string, number>();
    const families = new Map<string, number>();
    for (const row of this.rows) {
      const keys = [row.nik, `${row.name} ${row.birth_date}`].filter((key) => key.trim() !== '');
      row.person = keys.map((key) => byKey.get(key)).find((known) => known !== undefined) ?? this.persons.length;
      for (const key of keys) byKey.set(key, row.person);
      row.family = families.get(row.kk) ?? families.size;
      families.set(row.kk, row.family);
      this.add(row);
    }
    this.findPairs();
  }

  private add(row: DataRow): void {
    const known = this.persons[row.person];
    if (known) {
      known.rows += 1;
      if (!known.sources.includes(row.source)) known.sources.push(row.source);
      return;
    }
    const { person, family, name, nik, kk, birth_date, village } = row;
    const flags = nik === '' ? ['nik_missing'] : nik.endsWith('0') ? ['nik_damaged'] : [];
    const id = `P${String(person + 1).padStart(7, '0')}`;
    this.persons.push({
      index: person,
      id,
      family,
      name,
      nik,
      kk,
      birth_date,
      sex: 'L',
      village,
      district: 'CONTOH',
      rows: 1,
      sources: [row.source],
      programmes: [],
      flags,
    });
    const home = this.families[family];
    if (home) home.members += 1;
    else
      this.families.push({
        index: family,
        id: `K${String(family + 1).padStart(7, '0')}`,
        kk,
        head: name,
        members: 1,
        village,
        district: 'CONTOH',
        sources: [row.source],
        programmes: [],
        flags: [],
      });
  }

  private findPairs(): void {
    const seen = new Map<string, DataRow>();
    for (const row of this.rows) {
      const key = `${row.birth_date} ${row.kk}`;
      const other = seen.get(key);
      if (other && other.person !== row.person) {
        this.pairs.push({
          index: this.pairs.length,
          accepted: true,
          weight: 3.4,
          probability: 0.82,
          left: other,
          right: row,
          levels: { name: 'near' },
        });
      }
      seen.set(key, row);
    }
  }

  summary(): Summary {
    const names = this.sources.map((each) => each.source.name);
    const aside = this.sources.reduce((sum, each) => sum + each.states.filter((state) => state !== 'data').length, 0);
    return {
      counts: {
        rows: this.rows.length,
        set_aside: aside,
        persons: this.persons.length,
        families: this.families.length,
        review_pairs: this.pairs.length,
      },
      sources: names.map((name, i) => {
        const rows = this.rows.filter((row) => row.source === name).length;
        const persons = this.persons.filter((person) => person.sources.includes(name)).length;
        return {
          name,
          layout: this.sources[i]?.source.layout ?? '',
          rows,
          set_aside: 0,
          persons,
          duplicates: rows - persons,
        };
      }),
      pairs_scored: 182_345,
      histogram: {
        from: -20,
        step: 1,
        counts: Array.from({ length: 40 }, (_, i) =>
          Math.round(9000 * Math.exp(-i / 3) + (i > 28 ? 300 * Math.exp(-((i - 34) ** 2) / 9) : 0) + 2),
        ),
        review: 2,
        accept: 7,
      },
    };
  }

  overlap(): Overlap {
    const sources = this.sources.map((each) => each.source.name);
    const groups = new Map<string, number>();
    for (const person of this.persons) {
      const key = sources.filter((name) => person.sources.includes(name)).join('|');
      groups.set(key, (groups.get(key) ?? 0) + 1);
    }
    const combinations = [...groups].map(([key, count]) => ({
      sources: key.split('|'),
      count,
      low: Math.max(0, count - 2),
      high: count + 1,
    }));
    const both = (a: string, b: string): number =>
      this.persons.filter((person) => person.sources.includes(a) && person.sources.includes(b)).length;
    return { sources, combinations, matrix: sources.map((a) => sources.map((b) => both(a, b))) };
  }

  select(query: ViewQuery): ViewRow[] {
    if (query.kind === 'pairs') return this.pairs;
    if (query.kind === 'families') return this.families;
    if (query.kind === 'rows')
      return this.rows.filter((row) => !query.sources?.any || query.sources.any.includes(row.source));
    const { all, any, exact } = query.sources ?? {};
    const found = this.persons.filter(
      (person) =>
        (!query.search || `${person.name} ${person.nik} ${person.kk}`.includes(query.search.toUpperCase())) &&
        (!all || all.every((name) => person.sources.includes(name))) &&
        (!any || any.some((name) => person.sources.includes(name))) &&
        (!exact || (exact.length === person.sources.length && exact.every((name) => person.sources.includes(name)))) &&
        (!query.village || person.village === query.village) &&
        (!query.flag || person.flags.includes(query.flag)) &&
        (query.family === undefined || person.family === query.family) &&
        (!query.lists || (person.sources.length >= query.lists.min && person.sources.length <= query.lists.max)),
    );
    const key = query.sort?.replace('-', '') as keyof PersonRow | undefined;
    const sign = query.sort?.startsWith('-') ? -1 : 1;
    return key ? [...found].sort((a, b) => sign * String(a[key]).localeCompare(String(b[key]))) : found;
  }

  person(index: number): PersonDetail {
    const person = this.persons[index] as PersonRow;
    const rows = this.rows.filter((row) => row.person === index);
    const fields = (['name', 'nik', 'kk', 'birth_date', 'village'] as const).map((field) => {
      const value = person[field];
      const winner = rows.find((row) => row[field] === value) as DataRow;
      const dissenters = rows
        .filter((row) => row[field] !== value)
        .map((row) => ({ value: row[field], source: row.source, row: row.row }));
      return {
        field,
        value,
        source: winner.source,
        row: winner.row,
        rule: 'civil_registry',
        basis: 'UU 24/2013',
        dissenters,
      };
    });
    return {
      ...person,
      fields,
      rows: rows.map((row) => ({
        ...row,
        cells: fields.map(({ field }) => ({ header: field, field, value: row[field as 'name'] })),
        companions: index === 0 ? [{ role: 'mother', name: 'SARINAH', nik: '', birth: '1951' }] : [],
      })),
      named: [],
    };
  }

  pair(index: number): PairDetail {
    const { left, right } = this.pairs[index] as PairRow;
    const step = (comparison: 'name' | 'nik' | 'birth_date', level: string, weight: number, rarity: number) => ({
      comparison,
      level,
      left: left[comparison],
      right: right[comparison],
      weight,
      rarity,
    });
    return {
      left,
      right,
      weight: 3.4,
      probability: 0.82,
      prior: -11.3,
      steps: [step('name', 'near', 4.4, 0.8), step('nik', 'few_digits', -1.6, 0), step('birth_date', 'equal', 11.1, 0)],
    };
  }
}

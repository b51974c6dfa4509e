// Which columns the tables of persons, families and rows have.

import type { GridColumn } from '../../components/data-grid';
import type { DataRow, FamilyRow, PersonRow } from '../../engine/protocol';
import { number, t, term } from '../../i18n';
import { display } from '../../i18n/display';

/** What the core can sort by, in any of the three tables. */
const kSortable = new Set(['id', 'name', 'nik', 'birth_date', 'village', 'rows', 'members', 'source']);

type Head = keyof ReturnType<typeof t>['unified']['head'];

function text<Row>(
  key: Head & keyof Row,
  width: string,
  masked: boolean,
  field: string = key as string,
): GridColumn<Row> {
  const cell = (row: Row): string => {
    return display(field, String(row[key] ?? ''), masked);
  };
  return { key: String(key), label: t().unified.head[key], width, sortable: kSortable.has(String(key)), cell };
}

function count<Row>(key: Head & keyof Row, width: string): GridColumn<Row> {
  return {
    key: String(key),
    label: t().unified.head[key],
    width,
    numeric: true,
    sortable: kSortable.has(String(key)),
    cell: (row) => number(Number(row[key])),
  };
}

function lists<Row extends { sources: string[] }>(): GridColumn<Row> {
  return {
    key: 'lists',
    sortable: true,
    label: t().unified.head.sources,
    width: '17rem',
    cell: (row) => row.sources.join(', '),
  };
}

export function flagWords(flags: readonly string[]): string {
  return flags.map((flag) => term(t().terms.flags, flag)).join(', ');
}

export function personColumns(masked: boolean): GridColumn<PersonRow>[] {
  return [
    text<PersonRow>('name', '13rem', masked),
    text<PersonRow>('nik', '11.25rem', masked),
    text<PersonRow>('birth_date', '7.25rem', masked),
    text<PersonRow>('village', '9rem', masked),
    lists<PersonRow>(),
    count<PersonRow>('rows', '4.5rem'),
    { key: 'flags', label: t().unified.head.flags, width: '12rem', cell: (row) => flagWords(row.flags) },
    text<PersonRow>('id', '6.5rem', false, 'person_id'),
  ];
}

export function familyColumns(masked: boolean): GridColumn<FamilyRow>[] {
  return [
    text<FamilyRow>('head', '13rem', masked),
    { ...text<FamilyRow>('kk', '11.25rem', masked), sortable: true },
    count<FamilyRow>('members', '5.5rem'),
    text<FamilyRow>('village', '9rem', masked),
    text<FamilyRow>('district', '9rem', masked),
    lists<FamilyRow>(),
    { key: 'flags', label: t().unified.head.flags, width: '12rem', cell: (row) => flagWords(row.flags) },
    text<FamilyRow>('id', '6.5rem', false, 'family_id'),
  ];
}

export function rowColumns(masked: boolean): GridColumn<DataRow>[] {
  return [
    text<DataRow>('source', '10rem', masked, 'list'),
    count<DataRow>('row', '5rem'),
    count<DataRow>('line', '5rem'),
    text<DataRow>('name', '13rem', masked),
    text<DataRow>('nik', '11.25rem', masked),
    text<DataRow>('kk', '11.25rem', masked),
    text<DataRow>('birth_date', '7.25rem', masked),
    text<DataRow>('village', '9rem', masked),
    {
      key: 'status',
      label: t().unified.head.status,
      width: '8rem',
      cell: (row) => term(t().terms.statuses, row.status),
    },
  ];
}

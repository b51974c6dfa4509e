// The numbers of the minutes and their tables. No number is typed: each is read by its place in figures.json.

import type { MinutesFigures, Units, VersionDetail } from '../../engine/minutes-protocol';
import type { ViewQuery } from '../../engine/protocol';
import { longDate, numberWords } from '../../i18n/indonesian-words';
import { paperWords as words } from '../../i18n/paper-words';
import type { MinutesDraft, TableName } from '../../state/minutes-draft';
import { vervalRecap, vervalSentence, vervalVillages } from './numbers-verval';
import { type Block, type Figure, figureOf, type PaperDoor, type PaperTable, table } from './paper';

const kRows: PaperDoor = { names: { kind: 'rows' } };
const kPersons: PaperDoor = { names: { kind: 'persons' } };
const kFamilies: PaperDoor = { names: { kind: 'families' } };
const kHistory: PaperDoor = { screen: '#/riwayat' };

const kMostVillages = 600; // of one table: a paper, not a list

export function results(version: VersionDetail): Block[] {
  const { figures } = version;
  const { counts, sources } = figures;
  const fig = figureOf('counts');
  const inWords = (value: number): string => ` (${numberWords(value)})`;
  return [
    {
      kind: 'paragraph',
      runs: [
        'Dari ',
        fig('rows', counts.rows, kRows),
        ` baris dalam ${sources.length} daftar (keadaan ${longDate(figures.as_of)}) diperoleh `,
        fig('persons', counts.persons, kPersons),
        inWords(counts.persons),
        ' orang dalam ',
        fig('families', counts.families, kFamilies),
        inWords(counts.families),
        ' keluarga.',
      ],
    },
    ...(figures.official ? [officialSentence(figures.official, figures.as_of)] : []),
    ...(figures.fieldwork ? [vervalSentence(figures.fieldwork)] : []),
  ];
}

/** Persons and families of one part of the result. */
function both(
  fig: ReturnType<typeof figureOf>,
  { persons, families }: Units,
  part: Omit<ViewQuery, 'kind'>,
): [Figure, Figure] {
  return [
    fig('persons', persons, { names: { kind: 'persons', ...part } }),
    fig('families', families, { names: { kind: 'families', ...part } }),
  ];
}

const inDistrict = (regency: string, district: string): Omit<ViewQuery, 'kind'> => ({
  district,
  ...(regency !== '' && { regency }),
});

/** The one number, with what it means and of which day it is. */
function officialSentence(official: NonNullable<MinutesFigures['official']>, as_of: string): Block {
  const fig = figureOf('official');
  return {
    kind: 'paragraph',
    runs: [
      { strong: words.official },
      ' ',
      fig('persons', official.persons, { names: { kind: 'persons', official: true } }),
      ' orang dalam ',
      fig('families', official.families, { names: { kind: 'families', official: true } }),
      ` keluarga, keadaan ${longDate(as_of)}: ${words.officialMeans(official.by_registers)}`,
    ],
  };
}

const kTableMakers: Record<TableName, (version: VersionDetail) => PaperTable | undefined> = {
  recap,
  verval: vervalRecap,
  verval_villages: vervalVillages,
  sources,
  lists,
  regencies,
  districts,
  villages,
  findings,
};

export function tables(draft: MinutesDraft, version: VersionDetail): Block[] {
  return draft.tables
    .map((name) => kTableMakers[name](version))
    .filter((made) => made !== undefined)
    .filter(({ rows }) => rows.length > 0);
}

function recap({ figures: { counts } }: VersionDetail): PaperTable {
  const fig = figureOf('counts');
  const rows: [string, Figure][] = [
    [words.recap.rows, fig('rows', counts.rows, kRows)],
    [words.recap.setAside, fig('set_aside', counts.set_aside, { screen: '#/berkas' })],
    [words.recap.excluded, fig('excluded', counts.excluded, kHistory)],
    [words.recap.persons, fig('persons', counts.persons, kPersons)],
    [words.recap.families, fig('families', counts.families, kFamilies)],
    [words.recap.receiving, fig('receiving', counts.receiving, { names: { kind: 'persons', flag: 'aided' } })],
    [words.recap.openPairs, fig('open_pairs', counts.open_pairs, { screen: '#/tinjau' })],
    [words.recap.decisions, fig('decisions', counts.decisions, kHistory)],
  ];
  return table(words.tables.recap, [words.what, words.number], [false, true], rows);
}

function sources({ figures }: VersionDetail): PaperTable {
  const rows = figures.sources.map((source, i) => {
    const fig = figureOf(`sources.${i}`);
    const on = { any: [source.name] };
    return [
      source.name,
      source.owner,
      longDate(source.data_date),
      longDate(source.valid_until),
      fig('rows', source.rows, { names: { kind: 'rows', sources: on } }),
      fig('persons', source.persons, { names: { kind: 'persons', sources: on } }),
      fig('duplicates', source.duplicates, {
        names: { kind: 'rows', sources: on, finding: 'duplicate_in_source' },
      }),
    ];
  });
  const { list, owner, dataDate, validUntil, rows: lines, persons, duplicates } = words.head;
  const head = [list, owner, dataDate, validUntil, lines, persons, duplicates];
  return table(words.tables.sources, head, [false, false, false, false, true, true, true], rows);
}

function lists({ figures }: VersionDetail): PaperTable {
  const rows = figures.by_lists.map(({ lists: n, persons, families }, i) => {
    const fig = figureOf(`by_lists.${i}`);
    return [words.onLists(n), ...both(fig, { persons, families }, { lists: { min: n, max: n } })];
  });
  return table(words.tables.lists, [words.what, words.head.persons, words.head.families], [false, true, true], rows);
}

function regencies({ figures }: VersionDetail): PaperTable {
  const rows = figures.regencies.map(({ code, regency, persons, families }, i) => {
    const fig = figureOf(`regencies.${i}`);
    return [code, regency, ...both(fig, { persons, families }, { regency: code })];
  });
  const { code, regency, persons, families } = words.head;
  return table(words.tables.regencies, [code, regency, persons, families], [false, false, true, true], rows);
}

function districts({ figures }: VersionDetail): PaperTable {
  const rows = figures.districts.map(({ regency, district, villages: inside, persons, families }, i) => {
    const fig = figureOf(`districts.${i}`);
    return [district, String(inside.length), ...both(fig, { persons, families }, inDistrict(regency, district))];
  });
  const { district, villages: count, persons, families } = words.head;
  return table(words.tables.districts, [district, count, persons, families], [false, true, true, true], rows);
}

function villages({ figures }: VersionDetail): PaperTable {
  const rows = figures.districts.flatMap(({ district, villages: inside }, i) =>
    inside.map(({ code, village, persons, families }, k) => {
      const fig = figureOf(`districts.${i}.villages.${k}`);
      return [district, village, ...both(fig, { persons, families }, { village: code })];
    }),
  );
  const shown = rows.slice(0, kMostVillages);
  const caption =
    shown.length < rows.length ? `${words.tables.villages} ${words.villagesCut(kMostVillages)}` : words.tables.villages;
  const { district, village, persons, families } = words.head;
  return table(caption, [district, village, persons, families], [false, false, true, true], shown);
}

function findings({ figures }: VersionDetail): PaperTable {
  const found = figures.findings.map((finding, i) => ({ finding, i })).filter(({ finding }) => finding.count > 0);
  const rows = found.map(({ finding, i }) => {
    const fig = figureOf(`findings.${i}`);
    return [
      words.finding(finding.code),
      words.subject(finding.subject),
      fig('count', finding.count, { names: { kind: 'findings', finding: finding.code } }),
    ];
  });
  const { finding, subject } = words.head;
  return table(words.tables.findings, [finding, subject, words.number], [false, false, true], rows);
}

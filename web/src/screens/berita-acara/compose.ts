// Puts minutes together: what people wrote, and numbers of a sealed result. No number is typed: each is read by its place in figures.json.

import type { VersionDetail } from '../../engine/minutes-protocol';
import { dayWords, longDate, numberWords } from '../../i18n/indonesian-words';
import { paperWords as words } from '../../i18n/paper-words';
import type { MinutesDraft, Participant, TableName } from '../../state/minutes-draft';
import {
  type Block,
  type Figure,
  type Paper,
  type PaperTable,
  type Run,
  type Signature,
  sealLink,
  shortSeal,
} from './paper';

const kMostVillages = 600; // of one table: a paper, not a list

/** version: the sealed result; without one the places of numbers stay empty. */
export function compose(draft: MinutesDraft, version: VersionDetail | undefined): Paper {
  const blocks: Block[] = [letterhead(draft), { kind: 'title', text: draft.title, number: draft.number }];
  blocks.push(...(draft.preset === 'sptjm' ? statement(draft, version) : meeting(draft, version)));
  blocks.push({ kind: 'signatures', blocks: signatures(draft) });
  if (version) {
    blocks.push({ kind: 'newPage' }, ...definitions(draft), ...sealPage(version));
  }
  const foot = version ? `${words.seal} ${shortSeal(version.seal)}` : words.draft;
  return { title: draft.title, foot, blocks };
}

function letterhead({ government, agency, address }: MinutesDraft): Block {
  return { kind: 'letterhead', lines: [government, agency, address].filter((line) => line !== '') };
}

function meeting(draft: MinutesDraft, version: VersionDetail | undefined): Block[] {
  const { bases, follows, agreements, followUps, attachments } = draft;
  const people = draft.participants.filter(({ name, position }) => name !== '' || position !== '');
  return [
    { kind: 'paragraph', runs: [opening(draft)] },
    ...listed(words.bases, bases),
    ...listed(words.follows, follows),
    ...(people.length > 0 ? [heading(words.participants), participants(people)] : []),
    ...(version ? [heading(words.results), ...results(version), ...tables(draft, version)] : []),
    ...listed(words.agreements, agreements),
    ...(followUps.length > 0 ? [heading(words.followUps), followUpTable(draft)] : []),
    ...commitment(draft),
    ...listed(words.attachments, attachments),
    { kind: 'paragraph', runs: [words.closing] },
  ];
}

function opening({ date, time, place, meeting: held, chair }: MinutesDraft): string {
  const at = place === '' ? '' : `, bertempat di ${place}`;
  const when = time === '' ? '' : `, pukul ${time}`;
  const led = chair === '' ? '' : ` yang dipimpin oleh ${chair}`;
  return `Pada hari ini ${dayWords(date)}${when}${at}, telah dilaksanakan ${held}${led}.`;
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}

function listed(title: string, items: readonly string[]): Block[] {
  const said = items.filter((item) => item.trim() !== '');
  return said.length === 0 ? [] : [heading(title), { kind: 'list', ordered: true, items: said.map((item) => [item]) }];
}

function participants(people: readonly Participant[]): PaperTable {
  return {
    kind: 'table',
    caption: '',
    head: [words.no, words.name, words.position, words.agency],
    numeric: [true, false, false, false],
    rows: people.map((person, i) => [String(i + 1), person.name, titlesOf(person).join(', '), person.agency]),
  };
}

/** "a.n. Kepala Dinas Sosial" over "Sekretaris"; "Plt. Kepala Dinas Sosial". */
function titlesOf({ acting, position, principal }: Participant): string[] {
  if (acting === 'an' || acting === 'represents') {
    return [`${words.acting[acting]} ${principal}`.trim(), position].filter((line) => line !== '');
  }
  return [acting === 'own' ? position : `${words.acting[acting]} ${position}`];
}

// --- numbers ---

function results(version: VersionDetail): Block[] {
  const { figures } = version;
  const { counts, sources } = figures;
  const fig = figureOf('counts');
  const inWords = (value: number): string => ` (${numberWords(value)})`;
  return [
    {
      kind: 'paragraph',
      runs: [
        'Dari ',
        fig('rows', counts.rows, '#/satu-data?unit=rows'),
        ` baris dalam ${sources.length} daftar (keadaan ${longDate(figures.as_of)}) diperoleh `,
        fig('persons', counts.persons, '#/satu-data'),
        inWords(counts.persons),
        ' orang dalam ',
        fig('families', counts.families, '#/satu-data?unit=families'),
        inWords(counts.families),
        ' keluarga.',
      ],
    },
  ];
}

function figureOf(path: string): (key: string, value: number, door?: string) => Figure {
  return (key, value, door = '') => ({ figure: `${path}.${key}`, value, door });
}

const kTableMakers: Record<TableName, (version: VersionDetail) => PaperTable | undefined> = {
  recap,
  sources,
  lists,
  regencies,
  districts,
  villages,
  findings,
};

function tables(draft: MinutesDraft, version: VersionDetail): Block[] {
  return draft.tables.flatMap((name) => kTableMakers[name](version) ?? []);
}

function recap({ figures: { counts } }: VersionDetail): PaperTable {
  const fig = figureOf('counts');
  const rows: [string, Figure][] = [
    [words.recap.rows, fig('rows', counts.rows, '#/satu-data?unit=rows')],
    [words.recap.setAside, fig('set_aside', counts.set_aside, '#/berkas')],
    [words.recap.excluded, fig('excluded', counts.excluded, '#/riwayat')],
    [words.recap.persons, fig('persons', counts.persons, '#/satu-data')],
    [words.recap.families, fig('families', counts.families, '#/satu-data?unit=families')],
    [words.recap.receiving, fig('receiving', counts.receiving)],
    [words.recap.openPairs, fig('open_pairs', counts.open_pairs, '#/tinjau')],
    [words.recap.decisions, fig('decisions', counts.decisions, '#/riwayat')],
  ];
  return table(words.tables.recap, [words.what, words.number], [false, true], rows);
}

function sources({ figures }: VersionDetail): PaperTable {
  const rows = figures.sources.map((source, i) => {
    const fig = figureOf(`sources.${i}`);
    const door = `#/satu-data?source=${encodeURIComponent(source.name)}`;
    return [
      source.name,
      source.owner,
      longDate(source.data_date),
      longDate(source.valid_until),
      fig('rows', source.rows, `${door}&unit=rows`),
      fig('persons', source.persons, door),
      fig('duplicates', source.duplicates),
    ];
  });
  const { list, owner, dataDate, validUntil, rows: lines, persons, duplicates } = words.head;
  const head = [list, owner, dataDate, validUntil, lines, persons, duplicates];
  return table(words.tables.sources, head, [false, false, false, false, true, true, true], rows);
}

function lists({ figures }: VersionDetail): PaperTable {
  const rows = figures.by_lists.map(({ lists: n, persons, families }, i) => {
    const fig = figureOf(`by_lists.${i}`);
    return [words.onLists(n), fig('persons', persons, `#/satu-data?lists=${n}`), fig('families', families)];
  });
  return table(words.tables.lists, [words.what, words.head.persons, words.head.families], [false, true, true], rows);
}

function regencies({ figures }: VersionDetail): PaperTable {
  const rows = figures.regencies.map(({ code, regency, persons, families }, i) => {
    const fig = figureOf(`regencies.${i}`);
    return [code, regency, fig('persons', persons), fig('families', families)];
  });
  const { code, regency, persons, families } = words.head;
  return table(words.tables.regencies, [code, regency, persons, families], [false, false, true, true], rows);
}

function districts({ figures }: VersionDetail): PaperTable {
  const rows = figures.districts.map(({ district, villages: inside, persons, families }, i) => {
    const fig = figureOf(`districts.${i}`);
    return [district, String(inside.length), fig('persons', persons), fig('families', families)];
  });
  const { district, villages: count, persons, families } = words.head;
  return table(words.tables.districts, [district, count, persons, families], [false, true, true, true], rows);
}

function villages({ figures }: VersionDetail): PaperTable {
  const rows = figures.districts.flatMap(({ district, villages: inside }, i) =>
    inside.map(({ code, village, persons, families }, k) => {
      const fig = figureOf(`districts.${i}.villages.${k}`);
      const door = `#/satu-data?village=${encodeURIComponent(code)}`;
      return [district, village, fig('persons', persons, door), fig('families', families)];
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
    const door = `#/satu-data?finding=${finding.code}`;
    return [words.finding(finding.code), words.subject(finding.subject), fig('count', finding.count, door)];
  });
  const { finding, subject } = words.head;
  return table(words.tables.findings, [finding, subject, words.number], [false, false, true], rows);
}

function table(caption: string, head: string[], numeric: boolean[], rows: Run[][]): PaperTable {
  return { kind: 'table', caption, head, numeric, rows };
}

// --- what follows ---

function followUpTable({ followUps }: MinutesDraft): PaperTable {
  const rows = followUps.map(({ what, owner, due }, i) => [String(i + 1), what, owner, longDate(due)]);
  return table('', [words.no, words.followUp, words.owner, words.due], [true, false, false, false], rows);
}

function commitment({ commitment: said, deadline, contact }: MinutesDraft): Block[] {
  const runs: Run[] = [
    said,
    deadline === '' ? '' : ` ${words.until} ${longDate(deadline)}.`,
    contact === '' ? '' : ` ${words.contact} ${contact}.`,
  ].filter((run) => run !== '');
  return runs.length === 0 ? [] : [heading(words.commitment), { kind: 'paragraph', runs }];
}

function signatures({ participants: people, preset, date, place }: MinutesDraft): Signature[] {
  const order = { signs: 0, knows: 1, attends: 2 };
  return people
    .filter(({ role }) => role !== 'attends')
    .sort((a, b) => order[a.role] - order[b.role])
    .map((person, i) => ({
      above: person.role === 'knows' ? words.knowing : i === 0 && preset === 'sptjm' ? dated(place, date) : '',
      titles: titlesOf(person),
      name: person.name,
      nip: person.nip,
      agency: person.agency,
      stamp: preset === 'sptjm' && i === 0,
    }));
}

const dated = (place: string, date: string): string => [place, longDate(date)].filter((each) => each !== '').join(', ');

/** SPTJM: one person answers for the data. */
function statement(draft: MinutesDraft, version: VersionDetail | undefined): Block[] {
  const [person] = draft.participants;
  const facts: [string, string][] = [
    [words.name, person?.name ?? ''],
    ['NIP', person?.nip ?? ''],
    [words.position, person ? titlesOf(person).join(', ') : ''],
    [words.agency, person?.agency ?? ''],
  ];
  return [
    { kind: 'paragraph', runs: [words.undersigned] },
    { kind: 'table', caption: '', head: [], numeric: [false, false], rows: facts },
    { kind: 'paragraph', runs: [words.states] },
    { kind: 'list', ordered: true, items: draft.agreements.filter((each) => each !== '').map((each) => [each]) },
    ...(version ? [...results(version), ...tables(draft, version)] : []),
    ...listed(words.attachments, draft.attachments),
    { kind: 'paragraph', runs: [words.statementClosing] },
  ];
}

function definitions(draft: MinutesDraft): Block[] {
  return draft.definitions
    ? [
        heading(words.definitionsTitle),
        {
          kind: 'list',
          ordered: false,
          items: words.definitions.map(([name, text]) => [{ strong: name }, `: ${text}`]),
        },
      ]
    : [];
}

function sealPage(version: VersionDetail): Block[] {
  const files = [...version.inputs, ...version.outputs];
  return [
    heading(words.sealTitle),
    {
      kind: 'seal',
      link: sealLink(version.seal),
      lines: [
        `${words.sealOf} ${version.name}`,
        `${words.sealShort} ${shortSeal(version.seal)}`,
        `SHA-256 ${version.seal}`,
        words.sealCheck,
      ],
    },
    table(
      words.tables.files,
      [words.head.file, 'SHA-256'],
      [false, false],
      files.map(({ name, sha256 }) => [name, sha256]),
    ),
  ];
}

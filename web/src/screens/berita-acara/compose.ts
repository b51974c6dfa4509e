// Puts minutes together: what people wrote, and numbers of a sealed result. No number is typed: each is read by its place in figures.json.

import type { VersionDetail } from '../../engine/minutes-protocol';
import type { AuthorityRule } from '../../engine/unified-protocol';
import { dayWords, longDate } from '../../i18n/indonesian-words';
import { paperWords as words } from '../../i18n/paper-words';
import type { MinutesDraft, Participant } from '../../state/minutes-draft';
import { authorityStatements } from './authority-statements';
import { results, tables } from './numbers';
import { type Block, type Paper, type PaperTable, type Run, type Signature, sealLink, shortSeal, table } from './paper';

/** version: the sealed result; without one the places of numbers stay empty. authority: who decides what, where nothing is sealed yet. */
export function compose(
  draft: MinutesDraft,
  version: VersionDetail | undefined,
  authority: readonly AuthorityRule[],
): Paper {
  const blocks: Block[] = [letterhead(draft), { kind: 'title', text: draft.title, number: draft.number }];
  const decides = draft.authority ? authorityStatements(version?.authority ?? authority) : [];
  blocks.push(...(draft.preset === 'sptjm' ? statement(draft, version) : meeting(draft, version, decides)));
  blocks.push({ kind: 'signatures', blocks: signatures(draft) });
  if (version) {
    blocks.push({ kind: 'newPage' }, ...definitions(draft, version), ...sealPage(version));
  }
  const foot = version ? `${words.seal} ${shortSeal(version.seal)}` : words.draft;
  return { title: draft.title, foot, blocks };
}

function letterhead({ government, agency, address }: MinutesDraft): Block {
  return { kind: 'letterhead', lines: [government, agency, address].filter((line) => line !== '') };
}

function meeting(draft: MinutesDraft, version: VersionDetail | undefined, decides: readonly string[]): Block[] {
  const { bases, follows, agreements, followUps, attachments } = draft;
  const people = draft.participants.filter(({ name, position }) => name !== '' || position !== '');
  return [
    { kind: 'paragraph', runs: [opening(draft)] },
    ...listed(words.bases, bases),
    ...listed(words.follows, follows),
    ...(people.length > 0 ? [heading(words.participants), participants(people)] : []),
    ...(version ? [heading(words.results), ...results(version), ...tables(draft, version)] : []),
    ...listed(words.agreements, [...agreements, ...decides]),
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

function definitions(draft: MinutesDraft, { figures }: VersionDetail): Block[] {
  const said = figures.fieldwork ? [...words.definitions, ...words.vervalDefinitions] : words.definitions;
  return draft.definitions
    ? [
        heading(words.definitionsTitle),
        { kind: 'list', ordered: false, items: said.map(([name, text]) => [{ strong: name }, `: ${text}`]) },
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

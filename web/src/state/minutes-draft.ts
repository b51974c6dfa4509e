// What people write in minutes; the numbers are not among it. Kept in the project, section `minutes`.

export const kPresets = ['rakortas', 'tkpkd', 'verval', 'musdes', 'sptjm'] as const;
export type Preset = (typeof kPresets)[number];

/** How somebody signs: in his own office, a.n. (for his superior), Plt., Pj., or representing somebody. */
export const kActing = ['own', 'an', 'plt', 'pj', 'represents'] as const;
export type Acting = (typeof kActing)[number];

/** Takes part only, signs, or signs as the one who has taken note (mengetahui). */
export const kPartRoles = ['attends', 'signs', 'knows'] as const;
export type PartRole = (typeof kPartRoles)[number];

export interface Participant {
  name: string;
  position: string; // jabatan
  nip: string;
  agency: string;
  acting: Acting;
  principal: string; // the office that is acted for, where somebody acts for one
  role: PartRole;
}

export interface FollowUp {
  what: string;
  owner: string;
  due: string; // ISO day, may be empty
}

/** Tables of numbers that can be put into minutes; the order is that of the paper. */
export const kTables = [
  'recap',
  'verval',
  'verval_villages',
  'sources',
  'lists',
  'regencies',
  'districts',
  'villages',
  'findings',
] as const;
export type TableName = (typeof kTables)[number];

export interface MinutesDraft {
  preset: Preset;
  government: string; // first line of the letterhead
  agency: string;
  address: string;
  number: string;
  title: string;
  meeting: string; // what was held
  date: string; // ISO day
  time: string;
  place: string;
  chair: string;
  bases: string[];
  follows: string[]; // earlier agreements
  participants: Participant[];
  agreements: string[];
  authority: boolean; // the agreements go on with who decides what
  followUps: FollowUp[];
  commitment: string;
  deadline: string; // ISO day
  contact: string;
  attachments: string[];
  tables: TableName[];
  definitions: boolean;
}

/** Texts in lists, one a line in the form. */
export type TextList = 'bases' | 'follows' | 'agreements' | 'attachments';
export type TextField =
  | 'government'
  | 'agency'
  | 'address'
  | 'number'
  | 'title'
  | 'meeting'
  | 'date'
  | 'time'
  | 'place'
  | 'chair'
  | 'commitment'
  | 'deadline'
  | 'contact';

export const kNobody: Participant = {
  name: '',
  position: '',
  nip: '',
  agency: '',
  acting: 'own',
  principal: '',
  role: 'signs',
};

type Unknown = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
const objects = (value: unknown): Unknown[] =>
  Array.isArray(value) ? value.filter((each): each is Unknown => typeof each === 'object' && each !== null) : [];
const oneOf = <T extends string>(values: readonly T[], value: unknown, otherwise: T): T =>
  values.find((each) => each === value) ?? otherwise;

/** A draft out of a project file; what is missing or no draft is filled from `otherwise`. */
export function readDraft(json: unknown, otherwise: MinutesDraft): MinutesDraft {
  if (typeof json !== 'object' || json === null || !('preset' in json)) {
    return otherwise;
  }
  const from = json as Unknown;
  const fields = ['government', 'agency', 'address', 'number', 'title', 'meeting', 'date', 'time', 'place', 'chair'];
  const more = ['commitment', 'deadline', 'contact'];
  const plain = Object.fromEntries([...fields, ...more].map((key) => [key, text(from[key])]));
  return {
    ...otherwise,
    ...(plain as Record<TextField, string>),
    preset: oneOf(kPresets, from.preset, otherwise.preset),
    bases: texts(from.bases),
    follows: texts(from.follows),
    agreements: texts(from.agreements),
    attachments: texts(from.attachments),
    participants: objects(from.participants).map(readParticipant),
    followUps: objects(from.followUps).map(({ what, owner, due }) => ({
      what: text(what),
      owner: text(owner),
      due: text(due),
    })),
    tables: kTables.filter((name) => texts(from.tables).includes(name)),
    authority: from.authority === true, // drafts from before say it in words of their own
    definitions: from.definitions !== false,
  };
}

function readParticipant(from: Unknown): Participant {
  const { name, position, nip, agency, principal } = from;
  return {
    name: text(name),
    position: text(position),
    nip: text(nip),
    agency: text(agency),
    principal: text(principal),
    acting: oneOf(kActing, from.acting, 'own'),
    role: oneOf(kPartRoles, from.role, 'signs'),
  };
}

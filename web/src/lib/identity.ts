// How identity numbers and names are shown: grouped for reading, masked when the room is looking.

const kDot = '•';

/** "3209010511620001" → "320901 051162 0001"; anything that is not 16 digits is shown as it is. */
export function groupNik(value: string): string {
  return /^\d{16}$/.test(value) ? `${value.slice(0, 6)} ${value.slice(6, 12)} ${value.slice(12)}` : value;
}

/** Keeps the first six digits (a region, not a person) of a long number and hides the rest. */
export function maskNumber(value: string): string {
  if (value === '') {
    return '';
  }
  const kept = value.length >= 12 ? 6 : 0;
  return groupMasked(value.slice(0, kept) + kDot.repeat(value.length - kept));
}

function groupMasked(value: string): string {
  return value.length === 16 ? `${value.slice(0, 6)} ${value.slice(6, 12)} ${value.slice(12)}` : value;
}

/** "SITI AMINAH" → "S••• A•••": the length of a name is hidden too. */
export function maskName(value: string): string {
  return value
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => (Array.from(word)[0] ?? '') + kDot.repeat(3))
    .join(' ');
}

/** "1960-08-30" → "1960-••-••"; other forms are hidden whole except a year. */
export function maskDate(value: string): string {
  const year = /(?<!\d)(19|20)\d{2}(?!\d)/.exec(value)?.[0];
  return value === '' ? '' : year === undefined ? kDot.repeat(4) : `${kDot}${kDot}-${kDot}${kDot}-${year}`;
}

// Of a companion of the row ("spouse_nik", "father_birth_year"), what a field holds is its end.
const kCompanion = /^(?:mother|father|parent|guardian|head|spouse|child)_(name|nik|birth_date|birth_year)$/;

/** The kind of a field text: "id" of "id:p3ke", "nik" of "mother_nik". */
function kindOf(field: string): string {
  return kCompanion.exec(field)?.[1] ?? field.split(':')[0] ?? '';
}

const kNumbers = new Set(['nik', 'kk', 'phone', 'id']);
const kNames = new Set(['name', 'given_name', 'family_name', 'alias', 'head', 'email']);
const kDates = new Set(['birth_date', 'birth_place_date', 'birth_year', 'age']);
// Where somebody lives; and what padan has not understood, which may hold anything.
const kUnclear = new Set(['address', 'rt', 'rw', 'rt_rw', 'hamlet', 'text']);

/** Whether a field holds an identity number: its groups must not be torn apart at the end of a line. */
export function isNumber(field: string): boolean {
  return kNumbers.has(kindOf(field));
}

/** The value of a field as it may be shown: identity is grouped, and hidden when masked. */
export function showField(field: string, value: string, masked: boolean): string {
  const kind = kindOf(field);
  if (!masked) {
    return kind === 'nik' || kind === 'kk' ? groupNik(value) : value;
  }
  if (kNumbers.has(kind)) {
    return maskNumber(value);
  }
  if (kNames.has(kind)) {
    return maskName(value);
  }
  if (kDates.has(kind)) {
    return maskDate(value);
  }
  return kUnclear.has(kind) && value !== '' ? kDot.repeat(4) : hideNumbers(value);
}

/** Titles and notes may hold a number of a person too: every run of 12 digits or more is hidden. */
export function hideNumbers(value: string): string {
  return value.replace(/\d{12,}/g, (digits) => maskNumber(digits));
}

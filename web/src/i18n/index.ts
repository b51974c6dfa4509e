// The language in use, its sentences, and how numbers, dates and sizes are written in it.

import type { ErrorParams } from '../engine/protocol';
import { en } from './en';
import { id, type Messages } from './id';
import type { Sentence } from './id-terms';

export type Language = 'id' | 'en';

const kMessages: Record<Language, Messages> = { id, en };
let current: Language = 'id';

export function setLanguage(language: Language): void {
  current = language;
}

/** The sentences of the language in use. */
export function t(): Messages {
  return kMessages[current];
}

/** Puts values where the names in braces stand; values are text already. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** 1234567 → "1.234.567" (id), "1,234,567" (en); decimals: digits after the comma. */
export function number(value: number, decimals = 0): string {
  const format = new Intl.NumberFormat(t().locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value); // never "-0,0"
}

/** 0.1234 → "12,3 %". Never 0 % or 100 % for what is only nearly so. */
export function percent(share: number, decimals = 0): string {
  const smallest = 10 ** -(decimals + 2);
  const shown = share > 0 && share < smallest ? smallest : share < 1 && share > 1 - smallest ? 1 - smallest : share;
  return `${number(shown * 100, decimals)} %`;
}

/** "2026-11-01" → "1 Nov 2026"; what is no ISO date stays as it is. */
export function date(iso: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) {
    return iso;
  }
  const parsed = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(parsed.getTime())
    ? iso
    : new Intl.DateTimeFormat(t().locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
        parsed,
      );
}

/** 47185920 → "47,2 MB". */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  return `${number(bytes / 1000 ** power, power > 1 ? 1 : 0)} ${units[power] ?? ''}`;
}

/** Milliseconds as an honest estimate: "kurang dari 10 detik", "± 40 detik", "± 3 menit". */
export function duration(milliseconds: number): string {
  const m = t().match;
  const seconds = milliseconds / 1000;
  if (seconds < 1) {
    return m.underSecond;
  }
  if (seconds < 10) {
    return m.underTen;
  }
  return seconds < 100
    ? fill(m.aboutSeconds, { n: number(Math.round(seconds / 5) * 5) })
    : fill(m.aboutMinutes, { n: number(Math.round(seconds / 60)) });
}

/** Milliseconds that have passed: "12,3 s", "2:05". */
export function elapsed(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) {
    return `${number(seconds, 1)} s`;
  }
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

/** The word for a code; a code without one is shown as it is, readable at least. */
export function term(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code.replace(/_/g, ' ');
}

/** "programme:pkh" → "program: pkh"; "programme:*" is a column whose cells name the programme. */
export function fieldName(field: string): string {
  const [kind = '', name] = field.split(/:(.*)/s);
  if (name === undefined) {
    return term(t().terms.fields, kind);
  }
  if (kind === 'programme') {
    return name === '*' ? t().files.programmeByCell : fill(t().files.programmeOther, { name });
  }
  return fill(t().files.idOther, { name });
}

/** "blt_dd" → "BLT DD": programmes are known by their initials. */
export function programmeName(programme: string): string {
  return programme.replace(/_/g, ' ').toUpperCase();
}

// Parameters by which the core says where something is wrong.
const kPlaces = ['where', 'param', 'sheet', 'part'];

function isRefusal(error: unknown): error is { code: string; params: ErrorParams } {
  return typeof error === 'object' && error !== null && 'code' in error && 'params' in error;
}

/** What, where and what to do, for any error that a request may end with. file: its name, where the page knows it. */
export function errorSentence(error: unknown, file?: string): Sentence {
  const { code, params } = isRefusal(error) ? error : { code: 'bug', params: {} as ErrorParams };
  const { terms } = t();
  const sentence = terms.errors[code] ?? terms.unknownError;
  const kind = params.kind;
  const where = kPlaces.map((key) => params[key]).find((value) => value !== undefined);
  const thisFile = sentence.what.startsWith('{file}') ? capitalise(terms.thisFile) : terms.thisFile;
  const values = {
    code,
    file: params.file ?? file ?? thisFile,
    kind: kind === undefined ? '' : ` (${term(terms.contents, kind)})`,
    where: where === undefined ? '' : ` (${where})`,
  };
  return { what: fill(sentence.what, values), act: fill(sentence.act, values) };
}

export function issueSentence(code: string, count: number): string {
  const words = t().terms;
  return fill(words.issues[code] ?? words.unknownIssue, { n: number(count), code });
}

/** "a", "a dan b", "a, b dan c". */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(t().locale, { type: 'conjunction' }).format(items);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

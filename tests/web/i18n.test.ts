// Every code of the core has a sentence in both languages, and the two languages say the same with the same values.

import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { kStages, PadanError } from '../../web/src/engine/protocol';
import {
  date,
  duration,
  errorSentence,
  fieldName,
  issueSentence,
  list,
  number,
  percent,
  setLanguage,
  size,
} from '../../web/src/i18n';
import { en } from '../../web/src/i18n/en';
import { id } from '../../web/src/i18n/id';

const kLanguages = { id, en };

/** The texts of an X macro of the core: X(Name, "text"). */
function codesOf(header: string, macro: string): string[] {
  const text = readFileSync(new URL(`../../core/include/padan/${header}`, import.meta.url), 'utf8');
  const begin = text.indexOf(`#define ${macro}(X)`);
  const body = /(?:.*\\\n)*.*\n/.exec(text.slice(begin))?.[0] ?? '';
  return [...body.matchAll(/X\(\w+,\s*"([^"]+)"/g)].map((match) => match[1] ?? '');
}

function leaves(value: unknown, path = ''): [string, string][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`))
    : [[path, String(value)]];
}

const placeholders = (text: string): string =>
  [...text.matchAll(/\{\w+\}/g)]
    .map((match) => match[0])
    .sort()
    .join(' ');

afterEach(() => setLanguage('id'));

describe.each(Object.entries(kLanguages))('%s', (_, words) => {
  it('has a sentence for every error of the core', () => {
    const codes = codesOf('base/error.hpp', 'PADAN_ERROR_CODES');
    expect(codes).toContain('file.empty');
    expect(codes.filter((code) => !words.terms.errors[code]?.what || !words.terms.errors[code]?.act)).toEqual([]);
  });

  it('has a sentence for every issue of the core', () => {
    const codes = codesOf('table/issue.hpp', 'PADAN_ISSUE_CODES');
    expect(codes).toContain('row.short');
    expect(codes.filter((code) => !words.terms.issues[code])).toEqual([]);
  });

  it('has a name for every field kind of the core', () => {
    const kinds = codesOf('table/field.hpp', 'PADAN_FIELD_KINDS');
    expect(kinds).toContain('nik');
    const companions = Object.keys(words.terms.roles).flatMap((role) =>
      ['name', 'nik', 'birth_date', 'birth_year'].map((fact) => `${role}_${fact}`),
    );
    expect(companions).toHaveLength(28);
    const texts = [...kinds.filter((kind) => kind !== 'companion'), ...companions];
    expect(texts.filter((text) => !words.terms.fields[text])).toEqual([]);
  });

  it.each([
    ['flag', 'resolve/master.hpp', 'PADAN_FLAGS', words.terms.flags, 'nik_missing'],
    ['rule', 'resolve/master.hpp', 'PADAN_RULES', words.terms.rules, 'only'],
    ['finding', 'analyse/findings.hpp', 'PADAN_FINDINGS', words.terms.findings, 'nik_shared'],
  ])('has words for every %s of the core', (_what, header, macro, known, one) => {
    const codes = codesOf(header, macro);
    expect(codes).toContain(one);
    expect(codes.filter((code) => !known[code])).toEqual([]);
  });

  it('has words for every level of a comparison and every blocking rule', () => {
    const texts = (file: string, pattern: RegExp): string[] =>
      [...readFileSync(new URL(`../../core/src/${file}`, import.meta.url), 'utf8').matchAll(pattern)].map(
        (match) => match[1] ?? '',
      );
    const levels = texts('engine/level_texts.cpp', /[{ ]"(\w+)"(?:sv)?(?=[,}])/g);
    expect(levels).toContain('prefix15');
    expect(levels.filter((level) => !words.terms.levels[level] && !words.terms.fields[level])).toEqual([]);
    const rules = texts('blocking/keys.cpp', /"([a-z][a-z0-9-]*)"/g);
    expect(rules).toContain('birth-first');
    expect(rules.filter((rule) => !words.terms.blocking[rule])).toEqual([]);
  });

  it('has a name for every stage', () => {
    expect(kStages.filter((stage) => !words.terms.stages[stage])).toEqual([]);
  });
});

describe('the two languages', () => {
  it('have the same keys, none empty', () => {
    expect(
      leaves(en)
        .map(([path]) => path)
        .sort(),
    ).toEqual(
      leaves(id)
        .map(([path]) => path)
        .sort(),
    );
    expect(leaves(kLanguages).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('take the same values in each sentence', () => {
    const english = new Map(leaves(en));
    const different = leaves(id).filter(([path, text]) => placeholders(text) !== placeholders(english.get(path) ?? ''));
    expect(different.map(([path]) => path)).toEqual([]);
  });
});

describe('numbers, dates and sizes', () => {
  it('are written as Indonesians write them', () => {
    expect(number(1234567)).toBe('1.234.567');
    expect(number(12.34, 1)).toBe('12,3');
    expect(number(-0.04, 1)).toBe('0,0');
    expect(number(-0.06, 1)).toBe('-0,1');
    expect(percent(0.124, 1)).toBe('12,4 %');
    expect(date('2023-02-07')).toBe('7 Feb 2023');
    expect(size(47_185_920)).toBe('47,2 MB');
    expect(list(['DTKS', 'P3KE', 'PBI'])).toBe('DTKS, P3KE, dan PBI');
  });

  it('follow the language', () => {
    setLanguage('en');
    expect(number(1234567)).toBe('1,234,567');
    expect(duration(180_000)).toBe('± 3 minutes');
  });

  it('never round a part to nothing or to all', () => {
    expect(percent(0.0001)).toBe('1 %');
    expect(percent(0.9999)).toBe('99 %');
    expect(percent(0)).toBe('0 %');
    expect(percent(1)).toBe('100 %');
  });

  it('leave alone what is no date', () => {
    expect(date('30-08-1960')).toBe('30-08-1960');
    expect(date('2023-13-45')).toBe('2023-13-45');
    expect(date('')).toBe('');
  });

  it('estimate a time no finer than it is known', () => {
    expect(duration(300)).toBe('kurang dari 1 detik');
    expect(duration(8_000)).toBe('kurang dari 10 detik');
    expect(duration(42_000)).toBe('± 40 detik');
  });
});

describe('sentences for what went wrong', () => {
  it('name the file and what to do', () => {
    const { what, act } = errorSentence(new PadanError('file.empty', { file: 'a.csv' }));
    expect(what).toContain('a.csv');
    expect(act).not.toBe('');
  });

  it('do without the file when the core names none', () => {
    expect(errorSentence(new PadanError('file.empty')).what).toBe(
      'Berkas ini kosong: tidak ada satu bita pun di dalamnya.',
    );
  });

  it('exist for a code that nobody foresaw, and for a fault of the page', () => {
    expect(errorSentence(new PadanError('new.code')).what).toContain('new.code');
    expect(errorSentence(new TypeError('x')).what).toBe(errorSentence(new PadanError('bug')).what);
    expect(issueSentence('new.issue', 2)).toContain('new.issue');
  });

  it('name fields with their own names', () => {
    expect(fieldName('programme:pkh')).toBe('program: pkh');
    expect(fieldName('programme:*')).toBe('nama program');
    expect(fieldName('id:p3ke')).toBe('nomor lain: p3ke');
    expect(fieldName('nik')).toBe('NIK');
  });
});

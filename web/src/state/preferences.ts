// What outlives the tab: the language, how fast this machine turned out to be, and what officers said of headers. Never a row of
// a list.

import type { Reading } from '../engine/protocol';
import type { Language } from '../i18n';

const kLanguage = 'padan.language';
const kSlowness = 'padan.slowness';
const kReadings = 'padan.readings';
const kMostReadings = 200; // more than an officer's lists have shapes

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is forbidden in this browser: nothing is remembered
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // storage is forbidden or full: the choice lasts as long as the tab
  }
}

export function loadLanguage(): Language {
  return read(kLanguage) === 'en' ? 'en' : 'id';
}

export function saveLanguage(language: Language): void {
  write(kLanguage, language);
}

export function loadSlowness(): number | undefined {
  const value = Number(read(kSlowness));
  return value > 0 ? value : undefined;
}

export function saveSlowness(slowness: number): void {
  write(kSlowness, String(slowness));
}

/** How lists of known shapes are to be read, the latest word first. What another version may have left there is passed over. */
export function loadReadings(): Reading[] {
  try {
    const stored: unknown = JSON.parse(read(kReadings) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isReading) : [];
  } catch {
    return [];
  }
}

export function saveReadings(readings: readonly Reading[]): void {
  write(kReadings, JSON.stringify(readings));
}

/** The readings without that of one shape, then with another in front. */
export function withReading(readings: readonly Reading[], without: string, reading: Reading | undefined): Reading[] {
  const kept = readings.filter(({ shape }) => shape !== without && shape !== reading?.shape);
  return [...(reading ? [reading] : []), ...kept].slice(0, kMostReadings);
}

function isReading(value: unknown): value is Reading {
  const { shape, mapping, layout } = (value ?? {}) as Partial<Reading>;
  return (
    typeof shape === 'string' &&
    (layout === undefined || typeof layout === 'string') &&
    typeof mapping === 'object' &&
    mapping !== null &&
    Object.values(mapping).every((field) => typeof field === 'string')
  );
}

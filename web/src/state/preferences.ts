// The two things that outlive the tab: the language, and how fast this machine turned out to be. Never anything of the lists.

import type { Language } from '../i18n';

const kLanguage = 'padan.language';
const kSlowness = 'padan.slowness';

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

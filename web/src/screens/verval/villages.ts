// What an officer types about villages, found in the result.

import type { SheetVillage } from '../../engine/fieldwork-protocol';

const folded = (text: string): string =>
  text
    .toUpperCase()
    .replace(/\b(DESA|KELURAHAN|KEL|DS)\b\.?/g, '')
    .replace(/[^A-Z0-9]/g, '');

const lines = (text: string): string[] =>
  text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** By code, with or without dots, or by name where only one village bears it. */
export function findVillage(text: string, villages: readonly SheetVillage[]): SheetVillage | undefined {
  const digits = text.replace(/\D/g, '');
  if (digits.length >= 10) {
    return villages.find(({ key }) => key === digits.slice(0, 10));
  }
  const named = villages.filter(({ village }) => folded(village) === folded(text));
  return named.length === 1 ? named[0] : undefined;
}

/** One village a line; what is not known is given back as it was typed. */
export function findVillages(
  text: string,
  villages: readonly SheetVillage[],
): { found: SheetVillage[]; unknown: string[] } {
  const found = new Set<SheetVillage>();
  const unknown: string[] = [];
  for (const line of lines(text)) {
    const village = findVillage(line, villages);
    village ? found.add(village) : unknown.push(line);
  }
  return { found: [...found], unknown };
}

/** "Kebanaran = Ibu Sri", one a line, by key of the village. */
export function readWorkers(text: string, villages: readonly SheetVillage[]): Record<string, string> {
  const workers: Record<string, string> = {};
  for (const line of lines(text)) {
    const [name = '', worker = ''] = line.split(/[=:](.*)/s);
    const village = findVillage(name.trim(), villages);
    if (village && worker.trim() !== '') {
      workers[village.key] = worker.trim();
    }
  }
  return workers;
}

/** The rhythm of verval: worksheets go out today and come back in two days. */
export function inTwoDays(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 2);
  return day.toISOString().slice(0, 10);
}

// Minutes as blocks, before they become a page or a .docx: both draw the same blocks, so that they say the same.

import type { Door } from '../doors';
import type { VisitDoor } from '../verval/visit-doors';

/** What stands behind a number: names of the one list, rows of worksheets, or a screen that shows just these. */
export type PaperDoor = { names: Door } | { visits: VisitDoor } | { screen: string };

/** A number out of figures.json: where it stands there, and what opens behind it. */
export interface Figure {
  figure: string; // "counts.persons"
  value: number;
  door?: PaperDoor;
}

export type Run = string | Figure | { strong: string };

export interface PaperTable {
  kind: 'table';
  caption: string;
  head: string[];
  numeric: boolean[]; // per column
  rows: Run[][];
}

export interface Signature {
  above: string; // "Mengetahui,"
  titles: string[]; // "a.n. Kepala Dinas Sosial", "Sekretaris,"
  name: string;
  nip: string;
  agency: string;
  stamp: boolean; // with a box for the meterai
}

export type Block =
  | { kind: 'letterhead'; lines: string[] }
  | { kind: 'title'; text: string; number: string }
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; ordered: boolean; items: Run[][] }
  | PaperTable
  | { kind: 'signatures'; blocks: Signature[] }
  | { kind: 'seal'; lines: string[]; link: string }
  | { kind: 'newPage' };

export interface Paper {
  title: string; // of the file
  foot: string; // on each page, beside the page number
  blocks: Block[];
}

/** "3f0c91ab…" → "3F0C-91AB-77D2-0E15": enough to compare by eye. */
export function shortSeal(seal: string): string {
  return (seal.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-');
}

/** What the square of a seal says. */
export function sealLink(seal: string): string {
  return `padan:segel:1:${seal}`;
}

/** Figures of one part of figures.json. */
export function figureOf(path: string): (key: string, value: number, door?: PaperDoor) => Figure {
  return (key, value, door) => ({ figure: `${path}.${key}`, value, ...(door && { door }) });
}

export function table(caption: string, head: string[], numeric: boolean[], rows: Run[][]): PaperTable {
  return { kind: 'table', caption, head, numeric, rows };
}

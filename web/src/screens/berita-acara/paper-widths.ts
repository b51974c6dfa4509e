// How wide the columns of a table on paper are: no word is broken as long as there is room, and long texts get what is left.

import { paperNumber } from '../../i18n/indonesian-words';
import type { PaperTable, Run } from './paper';

const kManyColumns = 9; // more than these are set in a smaller type
const kPadding = 190; // twentieths of a point: both margins of a cell, and a hair

export interface TableSetting {
  size: number; // of the type, in half points
  widths: number[]; // twentieths of a point
}

export function tableSetting({ head, numeric, rows }: PaperTable, textWidth: number): TableSetting {
  const size = numeric.length > kManyColumns ? 15 : 19;
  const letter = size * 6.4; // a broad one
  const cells = numeric.map((_, i) => [head[i] ?? '', ...rows.map((row) => textOf(row[i]))]);
  const least = cells.map((column) => Math.max(...column.map(longestWord), 2) * letter + kPadding);
  const wished = cells.map((column, i) =>
    numeric[i] ? 0 : Math.min(Math.max(...column.map((text) => text.length)), 60),
  );
  const room = textWidth - sum(least);
  if (room <= 0) {
    return { size, widths: least.map((width) => Math.floor((width / sum(least)) * textWidth)) };
  }
  const share = sum(wished) === 0 ? least.map(() => 1 / least.length) : wished.map((each) => each / sum(wished));
  return { size, widths: least.map((width, i) => Math.floor(width + room * (share[i] ?? 0))) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** A SHA-256 may be broken anywhere; it is set small. */
function longestWord(text: string): number {
  return Math.max(...text.split(/[\s/-]+/).map((word) => (word.length === 64 ? 44 : word.length)));
}

function textOf(run: Run | undefined): string {
  return run === undefined ? '' : typeof run === 'string' ? run : 'strong' in run ? run.strong : paperNumber(run.value);
}

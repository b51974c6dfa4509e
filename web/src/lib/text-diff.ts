// Marks where two short texts differ, inside the words: "SITI NURJANAH" and "SITI NURDJANAH" differ in one letter.

export interface Piece {
  text: string;
  same: boolean;
}

/**
 * Longest common subsequence by characters, O(n·m); texts over 200 characters are compared as wholes.
 * Capital and small letters count as the same.
 * diffText('AB', 'ACB') → [[{AB same}], [{A same}, {C differs}, {B same}]]
 */
export function diffText(left: string, right: string): [Piece[], Piece[]] {
  const a = Array.from(left);
  const b = Array.from(right);
  if (a.length > 200 || b.length > 200) {
    const same = fold(left) === fold(right);
    return [[{ text: left, same }], [{ text: right, same }]];
  }
  const [keptLeft, keptRight] = commonPositions(a.map(fold), b.map(fold));
  return [pieces(a, keptLeft), pieces(b, keptRight)];
}

function fold(text: string): string {
  return text.toUpperCase();
}

function commonPositions(a: string[], b: string[]): [boolean[], boolean[]] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; --i) {
    for (let j = b.length - 1; j >= 0; --j) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const keptLeft = a.map(() => false);
  const keptRight = b.map(() => false);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      keptLeft[i++] = true;
      keptRight[j++] = true;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      ++i;
    } else {
      ++j;
    }
  }
  return [keptLeft, keptRight];
}

function pieces(characters: string[], kept: boolean[]): Piece[] {
  const result: Piece[] = [];
  characters.forEach((character, i) => {
    const same = kept[i] ?? false;
    const last = result[result.length - 1];
    if (last?.same === same) {
      last.text += character;
    } else {
      result.push({ text: character, same });
    }
  });
  return result;
}

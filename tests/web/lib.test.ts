import { describe, expect, it } from 'vitest';
import { bandOf } from '../../web/src/components/weight-histogram';
import { groupNik, maskDate, maskName, maskNumber, showField } from '../../web/src/lib/identity';
import { contentHeight, firstRowAt, kMaxHeight, scrollTopFor, visibleRows } from '../../web/src/lib/scroll-scale';
import { diffText } from '../../web/src/lib/text-diff';

describe('identity on the screen', () => {
  it('groups a NIK of 16 digits and nothing else', () => {
    expect(groupNik('9999010511620001')).toBe('999901 051162 0001');
    expect(groupNik('999901051162000')).toBe('999901051162000');
    expect(groupNik('9.99901E+15')).toBe('9.99901E+15');
  });

  it('masks so that neither number nor name can be read', () => {
    expect(maskNumber('9999010511620001')).toBe('999901 •••••• ••••');
    expect(maskNumber('081234567')).toBe('•••••••••');
    expect(maskName('SITI  AMINAH')).toBe('S••• A•••');
    expect(maskDate('1960-08-30')).toBe('••-••-1960');
    expect(maskDate('30/08/60')).toBe('••••');
    for (const mask of [maskNumber, maskName, maskDate]) {
      expect(mask('')).toBe('');
    }
  });

  it('masks by field, also numbers hidden in free text', () => {
    expect(showField('mother_name', 'WATI', true)).toBe('W•••');
    expect(showField('id:p3ke', '9999011234567', true)).toBe('999901•••••••');
    expect(showField('address', 'JL. MAWAR 3', true)).toBe('••••');
    expect(showField('text', 'akta 12-05-1970', true)).toBe('••••');
    expect(showField('occupation', 'lihat 9999010511620001', true)).toBe('lihat 999901 •••••• ••••');
    expect(showField('village', 'SUKAMAJU', true)).toBe('SUKAMAJU');
    expect(showField('nik', '9999010511620001', false)).toBe('999901 051162 0001');
  });
});

describe('differences inside words', () => {
  const marks = (left: string, right: string): string[] =>
    diffText(left, right).map((pieces) => pieces.map(({ text, same }) => (same ? text : `[${text}]`)).join(''));

  it.each([
    ['SITI NURJANAH', 'SITI NURDJANAH', 'SITI NURJANAH', 'SITI NUR[D]JANAH'],
    ['9999010511620000', '9999010511620002', '999901051162000[0]', '999901051162000[2]'],
    ['', 'ADA', '', '[ADA]'],
    ['Siti', 'SITI A', 'Siti', 'SITI[ A]'],
    ['SAMA', 'SAMA', 'SAMA', 'SAMA'],
  ])('%s and %s', (left, right, first, second) => {
    expect(marks(left, right)).toEqual([first, second]);
  });

  it('keeps every character of both sides, whatever they are', () => {
    const alphabet = ['A', 'B', '𝔘'];
    const words = [''].concat(...[1, 2, 3, 4].map((length) => combinations(alphabet, length)));
    for (const left of words) {
      for (const right of words) {
        const [a, b] = diffText(left, right);
        expect(a.map((piece) => piece.text).join('')).toBe(left);
        expect(b.map((piece) => piece.text).join('')).toBe(right);
        const kept = (pieces: typeof a): string =>
          pieces
            .filter((piece) => piece.same)
            .map((piece) => piece.text)
            .join('');
        expect(kept(a)).toBe(kept(b));
      }
    }
  });
});

function combinations(alphabet: readonly string[], length: number): string[] {
  return length === 0
    ? ['']
    : combinations(alphabet, length - 1).flatMap((word) => alphabet.map((letter) => word + letter));
}

describe('scrolling', () => {
  it.each([0, 1, 10, 1000, 250_000, 1_500_000, 40_000_000])('reaches the first and the last of %i rows', (total) => {
    const g = { total, rowHeight: 32, viewport: 512 };
    const height = contentHeight(g);
    expect(height).toBeLessThanOrEqual(kMaxHeight);
    expect(firstRowAt(g, 0)).toBe(0);
    expect(firstRowAt(g, height - g.viewport)).toBe(Math.max(0, total - visibleRows(g)));
    expect(firstRowAt(g, height * 2)).toBe(Math.max(0, total - visibleRows(g)));
  });

  it('finds its way back to a row', () => {
    const g = { total: 1_500_000, rowHeight: 32, viewport: 512 };
    for (const row of [0, 1, 777, 750_000, 1_499_984]) {
      expect(firstRowAt(g, scrollTopFor(g, row))).toBe(row);
    }
  });
});

it('puts a weight into the band of its thresholds', () => {
  expect([-3, 2, 6.9, 7, 30].map((weight) => bandOf(weight, 2, 7))).toEqual([
    'reject',
    'review',
    'review',
    'accept',
    'accept',
  ]);
});

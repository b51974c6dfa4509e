// Pieces of a value that agree with another value or not, and how they are written.

import type { Piece } from './text-diff';

/** Puts the spaces of an identity number ("320901 051162 0001") between its pieces; anything else stays as it is. */
export function spaced(pieces: readonly Piece[]): Piece[] {
  if (!/^\d{16}$/.test(pieces.map(({ text }) => text).join(''))) {
    return [...pieces];
  }
  let place = 0;
  const gap = (digit: string): string => (place++ === 6 || place === 13 ? ` ${digit}` : digit);
  return pieces.map(({ text, same }) => ({ text: Array.from(text, gap).join(''), same }));
}

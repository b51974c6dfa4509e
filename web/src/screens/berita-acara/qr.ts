// The square of a seal, as a picture of the page and as bytes for a document.

import encodeQR from 'qr';
import { svg } from '../../lib/dom';

const kQuiet = 4; // modules of white around it

/** A drawing, so that it prints sharp. */
export function qrPicture(text: string, label: string): SVGElement {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: kQuiet });
  const dark = rows.flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x} ${y}h1v1h-1z`] : [])));
  return svg(
    'svg',
    { class: 'qr', role: 'img', 'aria-label': `${label}: ${text}`, viewBox: `0 0 ${rows.length} ${rows.length}` },
    svg('path', { d: `M0 0h${rows.length}v${rows.length}H0z`, fill: '#fff' }),
    svg('path', { d: dark.join(''), fill: '#000' }),
  );
}

/** A GIF of so many pixels a module. */
export function qrGif(text: string, scale = 6): Uint8Array {
  return encodeQR(text, 'gif', { ecc: 'medium', border: kQuiet, scale });
}

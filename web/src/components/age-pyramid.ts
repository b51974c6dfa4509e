// An age pyramid: men to the left, women to the right, a band of years a row, the youngest at the bottom. Every bar is a button.

import { type Attributes, svg } from '../lib/dom';

export interface PyramidBand {
  label: string; // "60–64"
  left: number;
  right: number;
  leftLabel: string; // the text alternative
  rightLabel: string;
  leftText: string; // the number as written
  rightText: string;
}

export interface PyramidOptions {
  label: string;
  leftTitle: string;
  rightTitle: string;
  bands: readonly PyramidBand[]; // youngest first
  onBar: (band: number, side: 'left' | 'right') => void;
  attributes: (band: number, side: 'left' | 'right') => Attributes; // more of its button
}

const kRow = 17;
const kBar = 210;
const kMiddle = 60;
const kText = 54;
const kTop = 20;

export function agePyramid(options: PyramidOptions): SVGSVGElement {
  const { bands } = options;
  const most = Math.max(1, ...bands.map((band) => Math.max(band.left, band.right)));
  const width = 2 * (kBar + kText) + kMiddle;
  const height = kTop + bands.length * kRow + 4;
  const middle = width / 2;
  const side = (band: PyramidBand, i: number, right: boolean): SVGElement => {
    const count = right ? band.right : band.left;
    const length = count === 0 ? 0 : Math.max(1, (count / most) * kBar);
    const y = kTop + (bands.length - 1 - i) * kRow;
    const start = right ? middle + kMiddle / 2 : middle - kMiddle / 2 - length;
    const which = right ? 'right' : 'left';
    const open = (): void => options.onBar(i, which);
    const bar = [
      svg('rect', { x: start, y: y + 1, width: length, height: kRow - 2, class: right ? 'bar second' : 'bar' }),
      svg(
        'text',
        {
          x: right ? start + length + 4 : start - 4,
          y: y + kRow - 5,
          class: 'bar-count',
          'text-anchor': right ? 'start' : 'end',
        },
        right ? band.rightText : band.leftText,
      ),
    ];
    if (count === 0) {
      return svg('g', { 'aria-hidden': 'true' }, ...bar);
    }
    return svg(
      'g',
      {
        class: 'bar-door',
        role: 'button',
        tabindex: 0,
        'data-key': `age-${i}-${which}`,
        'data-testid': 'pyramid-bar',
        ...options.attributes(i, which),
        'aria-label': right ? band.rightLabel : band.leftLabel,
        onclick: open,
        onkeydown: (event: KeyboardEvent) => {
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            open();
          }
        },
      },
      svg('title', {}, right ? band.rightLabel : band.leftLabel),
      ...bar,
    );
  };
  return svg(
    'svg',
    { class: 'pyramid', viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': options.label },
    svg('text', { x: middle - kMiddle / 2, y: 12, 'text-anchor': 'end', class: 'axis' }, options.leftTitle),
    svg('text', { x: middle + kMiddle / 2, y: 12, class: 'axis' }, options.rightTitle),
    ...bands.map((band, i) =>
      svg(
        'text',
        { x: middle, y: kTop + (bands.length - 1 - i) * kRow + kRow - 5, 'text-anchor': 'middle', class: 'axis' },
        band.label,
      ),
    ),
    ...bands.flatMap((band, i) => [side(band, i, false), side(band, i, true)]),
  );
}

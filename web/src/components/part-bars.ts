// Horizontal bars with a dark part: one row a name, the whole and the part each a button.

import { type Attributes, svg } from '../lib/dom';

export interface PartBar {
  name: string;
  whole: number;
  part: number;
  wholeText: string;
  wholeLabel: string; // the text alternatives
  partLabel: string;
  marked: boolean; // stands out by a sign in front of the name
  wholeAttributes: Attributes; // more of the buttons
  partAttributes: Attributes;
}

export interface PartBarOptions {
  label: string;
  bars: readonly PartBar[];
  onWhole: (bar: number) => void;
  onPart: (bar: number) => void;
}

const kRow = 20;
const kNames = 190;
const kBar = 460;

export function partBars(options: PartBarOptions): SVGSVGElement {
  const { bars } = options;
  const most = Math.max(1, ...bars.map((bar) => bar.whole));
  const width = kNames + kBar + 70;
  const height = bars.length * kRow + 4;
  const door = (key: string, more: Attributes, label: string, open: () => void, shape: SVGElement): SVGElement =>
    svg(
      'g',
      {
        class: 'bar-door',
        role: 'button',
        tabindex: 0,
        'data-key': key,
        'data-testid': 'village-bar',
        ...more,
        'aria-label': label,
        onclick: open,
        onkeydown: (event: KeyboardEvent) => {
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            open();
          }
        },
      },
      svg('title', {}, label),
      shape,
    );
  const row = (bar: PartBar, i: number): SVGElement[] => {
    const y = i * kRow;
    const length = (count: number): number => (count === 0 ? 0 : Math.max(2, (count / most) * kBar));
    const rect = (count: number, kind: string): SVGElement =>
      svg('rect', { x: kNames, y: y + 3, width: length(count), height: kRow - 6, class: kind });
    return [
      svg(
        'text',
        { x: kNames - 8, y: y + kRow - 6, 'text-anchor': 'end', class: 'axis' },
        bar.marked ? `★ ${bar.name}` : bar.name,
      ),
      ...(bar.whole > 0
        ? [
            door(
              `whole-${i}`,
              bar.wholeAttributes,
              bar.wholeLabel,
              () => options.onWhole(i),
              rect(bar.whole, 'bar light'),
            ),
          ]
        : []),
      ...(bar.part > 0
        ? [door(`part-${i}`, bar.partAttributes, bar.partLabel, () => options.onPart(i), rect(bar.part, 'bar'))]
        : []),
      svg('text', { x: kNames + length(bar.whole) + 6, y: y + kRow - 6, class: 'bar-count' }, bar.wholeText),
    ];
  };
  return svg(
    'svg',
    {
      class: 'part-bars',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'group',
      'aria-label': options.label,
    },
    ...bars.flatMap(row),
  );
}

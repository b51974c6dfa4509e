// Drawn here, 16×16, so that nothing is loaded. Always beside a word, hence hidden from screen readers.

import { svg } from '../lib/dom';

const kPaths = {
  check: 'M3 8.5 6.5 12 13 4.5',
  warn: 'M8 2.5 14.5 13.5 1.5 13.5Z M8 6.5 8 9.5 M8 11.6 8 12',
  cross: 'M3.5 3.5 12.5 12.5 M12.5 3.5 3.5 12.5',
  lock: 'M4 7 12 7 12 14 4 14Z M5.5 7 5.5 4.8A2.5 2.5 0 0 1 10.5 4.8L10.5 7',
  eye: 'M1.5 8C4 3.8 12 3.8 14.5 8 12 12.2 4 12.2 1.5 8Z M8 6.2A1.8 1.8 0 1 1 8 9.8 1.8 1.8 0 1 1 8 6.2Z',
  file: 'M4 1.5 9.5 1.5 12.5 4.5 12.5 14.5 4 14.5Z M9.5 1.5 9.5 4.5 12.5 4.5',
  down: 'M8 2.5 8 11 M4.5 7.5 8 11 11.5 7.5 M3 14 13 14',
  people:
    'M6 7.5A2.5 2.5 0 1 1 6 2.5 2.5 2.5 0 1 1 6 7.5Z M1.5 14C1.5 8.8 10.5 8.8 10.5 14 M11 2.8A2.4 2.4 0 0 1 11 7.4 M12 9.6C14 10.2 14.5 12 14.5 14',
} as const;

export type IconName = keyof typeof kPaths;

export function icon(name: IconName): SVGSVGElement {
  return svg(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    svg('path', {
      d: kPaths[name],
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.5,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
  );
}

// Pairs per bin of match weight, coloured and hatched by what happens to them: rejected, for review, accepted.
// Heights are logarithmic: the few doubtful pairs must be seen beside millions of certain ones.

import { svg } from '../lib/dom';

export type Band = 'reject' | 'review' | 'accept';

export interface HistogramOptions {
  label: string;
  from: number;
  step: number;
  counts: readonly number[];
  review: number;
  accept: number;
  bands: Record<Band, string>;
  axis: string;
  format: (weight: number) => string;
  binLabel: (from: number, to: number, count: number) => string;
}

const kWidth = 720;
const kHeight = 190;
const kBottom = 36;
const kTop = 22;

export function bandOf(weight: number, review: number, accept: number): Band {
  return weight >= accept ? 'accept' : weight >= review ? 'review' : 'reject';
}

export function weightHistogram(options: HistogramOptions): SVGSVGElement {
  const { counts, from, step } = options;
  const most = Math.log1p(Math.max(1, ...counts));
  const width = kWidth / Math.max(1, counts.length);
  const room = kHeight - kBottom - kTop;
  const x = (weight: number): number => Math.min(kWidth, Math.max(0, ((weight - from) / step) * width));
  const bars = counts.map((count, i) => {
    const weight = from + i * step;
    const height = count === 0 ? 0 : Math.max(2, (Math.log1p(count) / most) * room);
    return svg(
      'rect',
      {
        class: `bin ${bandOf(weight + step / 2, options.review, options.accept)}`,
        x: i * width + 0.5,
        y: kHeight - kBottom - height,
        width: Math.max(1, width - 1),
        height,
      },
      svg('title', {}, options.binLabel(weight, weight + step, count)),
    );
  });
  return svg(
    'svg',
    { class: 'histogram', viewBox: `0 0 ${kWidth} ${kHeight}`, role: 'img', 'aria-label': options.label },
    ...bars,
    svg('line', { class: 'axis', x1: 0, x2: kWidth, y1: kHeight - kBottom, y2: kHeight - kBottom }),
    ...threshold(x(options.review), options.format(options.review)),
    ...threshold(x(options.accept), options.format(options.accept)),
    bandName(options.bands.reject, x(options.review) / 2),
    bandName(options.bands.review, (x(options.review) + x(options.accept)) / 2),
    bandName(options.bands.accept, (x(options.accept) + kWidth) / 2),
    svg('text', { x: 0, y: kHeight - 4, class: 'axis-name' }, options.axis),
  );
}

function threshold(x: number, text: string): SVGElement[] {
  return [
    svg('line', { class: 'threshold', x1: x, x2: x, y1: kTop - 6, y2: kHeight - kBottom + 5 }),
    svg('text', { x, y: kHeight - kBottom + 18, 'text-anchor': 'middle', class: 'axis-name' }, text),
  ];
}

function bandName(name: string, x: number): SVGElement {
  return svg('text', { x, y: 12, 'text-anchor': 'middle', class: 'band-name' }, name);
}

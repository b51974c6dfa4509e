// Pairs per bin of match weight, coloured by what happens to them: rejected, for review, accepted.
// Heights are logarithmic: the few doubtful pairs must be seen beside millions of certain ones.
// With `move`, the two thresholds are handles: dragged, or by arrow keys, Page Up/Down, Home and End.

import { svg } from '../lib/dom';

export type Band = 'reject' | 'review' | 'accept';

export interface Thresholds {
  review: number;
  accept: number;
}

export interface HistogramOptions extends Thresholds {
  label: string;
  from: number;
  step: number;
  counts: readonly number[];
  bands: Record<Band, string>;
  axis: string;
  format: (weight: number) => string;
  binLabel: (from: number, to: number, count: number) => string;
  handles?: { label: Record<keyof Thresholds, string>; move: (to: Thresholds) => void };
}

const kWidth = 720;
const kHeight = 190;
const kBottom = 36;
const kTop = 22;
const kFine = 0.1; // weights are said with one decimal
const kKeySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -0.5,
  ArrowDown: -0.5,
  ArrowRight: 0.5,
  ArrowUp: 0.5,
  PageDown: -5,
  PageUp: 5,
  Home: -Infinity,
  End: Infinity,
};

export function bandOf(weight: number, review: number, accept: number): Band {
  return weight >= accept ? 'accept' : weight >= review ? 'review' : 'reject';
}

/** The thresholds after one of them was moved to a weight: inside the picture, and never past each other. */
export function movedTo(
  now: Thresholds,
  which: keyof Thresholds,
  weight: number,
  range: { from: number; to: number },
): Thresholds {
  const least = which === 'review' ? range.from : now.review;
  const most = which === 'review' ? now.accept : range.to;
  const fine = Math.round(Math.min(range.to, Math.max(range.from, weight)) / kFine) * kFine;
  return { ...now, [which]: Math.min(most, Math.max(least, fine)) };
}

export function weightHistogram(options: HistogramOptions): SVGSVGElement {
  return new Picture(options).root;
}

/** Draws once; moving a threshold changes only what depends on it, so that a drag is smooth and keeps the focus. */
class Picture {
  readonly root: SVGSVGElement;
  private now: Thresholds;
  private readonly range: { from: number; to: number };
  private readonly bins: SVGElement[];
  private readonly marks: Record<keyof Thresholds, SVGElement>;
  private readonly names: Record<Band, SVGElement>;

  constructor(private readonly options: HistogramOptions) {
    const { from, step, counts, bands, handles } = options;
    this.now = { review: options.review, accept: options.accept };
    this.range = { from, to: from + step * counts.length };
    this.bins = this.drawBins();
    this.marks = { review: this.drawMark('review'), accept: this.drawMark('accept') };
    this.names = { reject: bandName(bands.reject), review: bandName(bands.review), accept: bandName(bands.accept) };
    this.root = svg(
      'svg',
      {
        class: 'histogram',
        viewBox: `0 0 ${kWidth} ${kHeight}`,
        role: handles ? 'group' : 'img',
        'aria-label': options.label,
      },
      ...this.bins,
      svg('line', { class: 'axis', x1: 0, x2: kWidth, y1: kHeight - kBottom, y2: kHeight - kBottom }),
      ...Object.values(this.names),
      svg('text', { x: 0, y: kHeight - 4, class: 'axis-name' }, options.axis),
      ...Object.values(this.marks),
    );
    this.place();
  }

  private x(weight: number): number {
    const { from, to } = this.range;
    return Math.min(kWidth, Math.max(0, ((weight - from) / (to - from)) * kWidth));
  }

  private drawBins(): SVGElement[] {
    const { counts, from, step, binLabel } = this.options;
    const most = Math.log1p(Math.max(1, ...counts));
    const width = kWidth / Math.max(1, counts.length);
    const room = kHeight - kBottom - kTop;
    return counts.map((count, i) => {
      const height = count === 0 ? 0 : Math.max(2, (Math.log1p(count) / most) * room);
      const weight = from + i * step;
      return svg(
        'rect',
        {
          x: i * width + 0.5,
          y: kHeight - kBottom - height,
          width: Math.max(1, width - 1),
          height,
        },
        svg('title', {}, binLabel(weight, weight + step, count)),
      );
    });
  }

  private drawMark(which: keyof Thresholds): SVGElement {
    const { handles } = this.options;
    const top = kTop - 6;
    const line = svg('line', { class: 'threshold', x1: 0, x2: 0, y1: top, y2: kHeight - kBottom + 5 });
    const text = svg('text', { y: kHeight - kBottom + 18, 'text-anchor': 'middle', class: 'axis-name' });
    if (!handles) {
      return svg('g', {}, line, text);
    }
    const grip = svg('rect', {
      class: 'grip',
      x: -5,
      y: (kTop + kHeight - kBottom) / 2 - 14,
      width: 10,
      height: 28,
      rx: 3,
    });
    const reach = svg('rect', { class: 'reach', x: -14, y: top, width: 28, height: kHeight - top });
    const mark = svg(
      'g',
      {
        class: 'handle',
        role: 'slider',
        tabindex: 0,
        'aria-label': handles.label[which],
        'data-testid': `handle-${which}`,
        'data-key': `handle-${which}`,
        onkeydown: (event: KeyboardEvent) => this.pressed(event, which),
        onpointerdown: (event: PointerEvent) => mark.setPointerCapture(event.pointerId),
        onpointermove: (event: PointerEvent) => {
          if (mark.hasPointerCapture(event.pointerId)) {
            this.moveTo(which, this.weightAt(event.clientX));
          }
        },
      },
      line,
      grip,
      text,
      reach,
    );
    return mark;
  }

  private weightAt(clientX: number): number {
    const box = this.root.getBoundingClientRect();
    const { from, to } = this.range;
    return from + ((clientX - box.left) / box.width) * (to - from);
  }

  private pressed(event: KeyboardEvent, which: keyof Thresholds): void {
    const step = kKeySteps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.moveTo(which, this.now[which] + step);
    }
  }

  private moveTo(which: keyof Thresholds, weight: number): void {
    const next = movedTo(this.now, which, weight, this.range);
    if (next[which] !== this.now[which]) {
      this.now = next;
      this.place();
      this.options.handles?.move(next);
    }
  }

  private place(): void {
    const { review, accept } = this.now;
    const { from, step } = this.options;
    this.bins.forEach((bin, i) => {
      bin.setAttribute('class', `bin ${bandOf(from + (i + 0.5) * step, review, accept)}`);
    });
    for (const which of ['review', 'accept'] as const) {
      this.placeMark(which);
    }
    const middle = {
      reject: this.x(review) / 2,
      review: (this.x(review) + this.x(accept)) / 2,
      accept: (this.x(accept) + kWidth) / 2,
    };
    for (const band of ['reject', 'review', 'accept'] as const) {
      this.names[band].setAttribute('x', String(middle[band]));
    }
  }

  private placeMark(which: keyof Thresholds): void {
    const mark = this.marks[which];
    const weight = this.now[which];
    mark.setAttribute('transform', `translate(${this.x(weight)} 0)`);
    const text = mark.querySelector('text');
    if (text) {
      text.textContent = this.options.format(weight);
    }
    if (this.options.handles) {
      const { review, accept } = this.now;
      mark.setAttribute('aria-valuemin', String(which === 'review' ? this.range.from : review));
      mark.setAttribute('aria-valuemax', String(which === 'review' ? accept : this.range.to));
      mark.setAttribute('aria-valuenow', String(weight));
      mark.setAttribute('aria-valuetext', this.options.format(weight));
    }
  }
}

function bandName(name: string): SVGElement {
  return svg('text', { y: 12, 'text-anchor': 'middle', class: 'band-name' }, name);
}

// An UpSet plot: columns are exact combinations of lists, rows are lists, bars are people. Every bar is a button.

import { type Attributes, svg } from '../lib/dom';

export interface UpsetCombination {
  members: readonly number[]; // indexes into sets
  count: number;
  label: string; // the text alternative: "412 orang tepat di DTKS dan P3KE"
  title: string; // shown on hover: label and the interval
  countText: string;
}

export interface UpsetSet {
  name: string;
  count: number;
  label: string;
  countText: string;
}

export interface UpsetOptions {
  label: string;
  sets: readonly UpsetSet[];
  combinations: readonly UpsetCombination[];
  onCombination: (index: number) => void;
  onSet: (index: number) => void;
  combinationAttributes: (index: number) => Attributes; // more of its button
  setAttributes: (index: number) => Attributes;
}

const kLeastColumn = 34;
const kDigit = 6.2; // width of a character of .bar-count
const kRow = 26;
const kBars = 130;
const kTop = 20;
const kNames = 150;
const kSetBars = 90;

export function upsetPlot(options: UpsetOptions): SVGSVGElement {
  const { sets, combinations } = options;
  const left = kNames + kSetBars + 24;
  const pitch = columnWidth(combinations);
  const width = left + combinations.length * pitch + 12;
  const height = kTop + kBars + 12 + sets.length * kRow + 4;
  return svg(
    'svg',
    { class: 'upset', viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': options.label },
    ...sets.map((_, i) => stripe(i, left, width)),
    ...sets.map((set, i) => setRow(options, set, i)),
    ...combinations.map((_, i) => column(options, i, left + i * pitch, pitch, height)),
  );
}

/** Wide enough that the numbers over two bars of one height stand apart. */
function columnWidth(combinations: readonly UpsetCombination[]): number {
  const widths = combinations.map((each) => each.countText.length * kDigit + 6);
  const apart = widths.slice(1).map((width, i) => (width + (widths[i] ?? 0)) / 2);
  return Math.max(kLeastColumn, ...apart);
}

function rowY(i: number): number {
  return kTop + kBars + 12 + i * kRow + kRow / 2;
}

function stripe(i: number, left: number, width: number): SVGElement {
  const band = { class: i % 2 === 0 ? 'stripe even' : 'stripe', x: 0, y: rowY(i) - kRow / 2, width, height: kRow };
  return svg(
    'g',
    {},
    svg('rect', band),
    svg('line', { x1: left, x2: width, y1: rowY(i), y2: rowY(i), class: 'guide' }),
  );
}

/** The words lie over the button, not in it: shortened names would contradict its text alternative. */
function setRow(options: UpsetOptions, set: UpsetSet, i: number): SVGElement {
  const most = Math.max(1, ...options.sets.map((each) => each.count));
  const length = (set.count / most) * kSetBars;
  const y = rowY(i);
  const start = kNames + kSetBars - length;
  const door = button(
    { label: set.label, key: `set-${i}`, act: () => options.onSet(i), more: options.setAttributes(i) },
    svg('rect', { class: 'hit', x: 0, y: y - kRow / 2, width: kNames + kSetBars + 16, height: kRow }),
    svg('rect', { class: 'bar', x: start, y: y - 7, width: Math.max(1, length), height: 14 }),
  );
  const words = svg(
    'g',
    { class: 'words', 'aria-hidden': 'true' },
    svg('text', { x: 6, y: y + 4 }, shorten(set.name)),
    svg('text', { x: start - 4, y: y + 4, class: 'set-count', 'text-anchor': 'end' }, set.countText),
  );
  return svg('g', {}, door, words);
}

function column(options: UpsetOptions, i: number, left: number, width: number, height: number): SVGElement {
  const combination = options.combinations[i] as UpsetCombination;
  const most = Math.max(1, ...options.combinations.map((each) => each.count));
  const length = Math.max(1.5, (combination.count / most) * (kBars - 4));
  const x = left + width / 2;
  const bottom = kTop + kBars;
  const rows = combination.members.map(rowY);
  return button(
    {
      label: combination.label,
      key: `combination-${i}`,
      act: () => options.onCombination(i),
      more: options.combinationAttributes(i),
    },
    svg('title', {}, combination.title),
    svg('rect', { class: 'hit', x: left, y: 0, width, height }),
    svg('rect', { class: 'bar', x: x - 9, y: bottom - length, width: 18, height: length }),
    svg('text', { x, y: bottom - length - 5, class: 'bar-count', 'text-anchor': 'middle' }, combination.countText),
    ...options.sets.map((_, set) => svg('circle', { cx: x, cy: rowY(set), r: 5, class: 'dot' })),
    svg('line', { x1: x, x2: x, y1: Math.min(...rows), y2: Math.max(...rows), class: 'link' }),
    ...rows.map((cy) => svg('circle', { cx: x, cy, r: 6, class: 'dot on' })),
  );
}

function button(
  options: { label: string; key: string; act: () => void; more: Attributes },
  ...children: SVGElement[]
): SVGElement {
  return svg(
    'g',
    {
      role: 'button',
      tabindex: 0,
      class: 'door',
      'aria-label': options.label,
      'data-key': options.key,
      ...options.more,
      onclick: options.act,
      onkeydown: (event: KeyboardEvent) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          options.act();
        }
      },
    },
    ...children,
  );
}

function shorten(name: string): string {
  return name.length > 15 ? `${name.slice(0, 14)}…` : name;
}

// Who is on which list: the UpSet plot and the matrix, of people or families, here or there. Every bar and cell opens its names.

import type { App } from '../../app';
import { overlapMatrix } from '../../components/overlap-matrix';
import { upsetPlot } from '../../components/upset-plot';
import type { PlaceFilter } from '../../engine/planning-protocol';
import type { Overlap } from '../../engine/protocol';
import { errorSentence, fill, list, number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { withParams } from '../../state/route';
import { type Door, doorAttributes, openDoor } from '../doors';
import { placeOf } from '../plan-parts';

const kShown = 18; // combinations that fit a 1366 px screen beside the rail

type OverlapUnit = 'persons' | 'families';

export interface OverlapParts {
  upset: HTMLElement;
  matrix: HTMLElement;
}

export function overlapParts(app: App, signal: AbortSignal): OverlapParts {
  const parts = { upset: el('div', {}, el('p', { class: 'muted' }, t().frame.loading)), matrix: el('div') };
  let asked = 0;
  const load = async (unit: OverlapUnit): Promise<void> => {
    const mine = ++asked;
    const region = placeOf(app.store.state.route);
    try {
      const overlap = await app.engine.call('overlap', { unit, ...region });
      if (!signal.aborted && mine === asked) {
        draw(parts, app, overlap, unit, region);
      }
    } catch (error) {
      redraw(parts.upset, el('p', { class: 'bad', role: 'alert' }, errorSentence(error).what));
    }
  };
  app.store.select(
    ({ route }) => `${unitOf(app)} ${JSON.stringify(placeOf(route))}`,
    () => void load(unitOf(app)),
    signal,
  );
  return parts;
}

function unitOf(app: App): OverlapUnit {
  return app.store.state.route.params.of === 'families' ? 'families' : 'persons';
}

function draw(parts: OverlapParts, app: App, overlap: Overlap, unit: OverlapUnit, here: PlaceFilter): void {
  const exactly = (sources: string[]): Door => ({ kind: unit, sources: { exact: sources }, ...here });
  const onAll = (sources: string[]): Door => ({ kind: unit, sources: { all: sources }, ...here });
  redraw(parts.upset, unitChoice(app, unit), upset(app, overlap, unit, exactly, onAll));
  redraw(parts.matrix, overlap.sources.length > 1 && matrix(app, overlap, onAll));
}

function unitChoice(app: App, unit: OverlapUnit): HTMLElement {
  const { unified, list: words } = t();
  const select = el(
    'select',
    {
      'data-testid': 'overlap-unit',
      'data-key': 'overlap-unit',
      onchange: () => app.actions.go(withParams(app.store.state.route, { of: select.value }), true),
    },
    ...(['persons', 'families'] as const).map((each) =>
      el('option', { value: each, selected: each === unit }, unified[each]),
    ),
  );
  return el('label', { class: 'inline unit-choice' }, `${words.count} `, select);
}

type DoorOf = (sources: string[]) => Door;

function upset(app: App, overlap: Overlap, unit: OverlapUnit, exactly: DoorOf, onAll: DoorOf): HTMLElement {
  const { unified, list: words } = t();
  const of = unified[unit].toLowerCase();
  const sorted = [...overlap.combinations].filter((each) => each.count > 0).sort((a, b) => b.count - a.count);
  const shown = sorted.slice(0, kShown);
  const setDoor = (i: number): Door => onAll([overlap.sources[i] ?? '']);
  const combinationDoor = (i: number): Door => exactly(shown[i]?.sources ?? []);
  const plot = upsetPlot({
    label: unified.overlap,
    sets: overlap.sources.map((name, i) => {
      const count = overlap.matrix[i]?.[i] ?? 0;
      return {
        name,
        count,
        countText: number(count),
        label: fill(words.setSize, { list: name, count: number(count), of }),
      };
    }),
    combinations: shown.map((each) => {
      const label = fill(words.combination, { count: number(each.count), lists: list(each.sources), of });
      const range = fill(unified.between, { low: number(each.low), high: number(each.high) });
      return {
        members: each.sources.map((name) => overlap.sources.indexOf(name)),
        count: each.count,
        countText: number(each.count),
        label,
        title: each.low === each.high ? label : `${label} (${range})`,
      };
    }),
    onCombination: (i) => openDoor(app, combinationDoor(i)),
    onSet: (i) => openDoor(app, setDoor(i)),
    combinationAttributes: (i) => doorAttributes(shown[i]?.count ?? 0, combinationDoor(i)),
    setAttributes: (i) => doorAttributes(overlap.matrix[i]?.[i] ?? 0, setDoor(i)),
  });
  const more =
    sorted.length > shown.length &&
    el(
      'p',
      { class: 'muted' },
      fill(unified.overlapShown, { shown: number(shown.length), total: number(sorted.length) }),
    );
  const scroller = el('div', { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': unified.overlap }, plot);
  return section(unified.overlap, unified.overlapHint, scroller, more);
}

function matrix(app: App, overlap: Overlap, onAll: DoorOf): HTMLElement {
  const { unified } = t();
  const name = (i: number): string => overlap.sources[i] ?? '';
  const count = (row: number, column: number): number => overlap.matrix[row]?.[column] ?? 0;
  const door = (row: number, column: number): Door => onAll(row === column ? [name(row)] : [name(row), name(column)]);
  const table = overlapMatrix({
    caption: unified.matrix,
    names: overlap.sources,
    counts: overlap.matrix,
    format: (value) => number(value),
    label: (row, column) =>
      row === column
        ? fill(unified.matrixOwn, { count: number(count(row, column)), left: name(row) })
        : fill(unified.matrixCell, { count: number(count(row, column)), left: name(row), right: name(column) }),
    onCell: (row, column) => openDoor(app, door(row, column)),
    attributes: (row, column) => doorAttributes(count(row, column), door(row, column)),
  });
  return section(
    unified.matrix,
    unified.matrixHint,
    el('div', { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': unified.matrix }, table),
    false,
  );
}

function section(title: string, hint: string, body: HTMLElement, more: HTMLElement | false): HTMLElement {
  return el('section', {}, el('h2', {}, title), el('p', { class: 'muted' }, hint), body, more);
}

// Who is on which list: the UpSet plot and the matrix. Every bar and cell opens its names.

import type { App } from '../../app';
import { overlapMatrix } from '../../components/overlap-matrix';
import { upsetPlot } from '../../components/upset-plot';
import type { Overlap } from '../../engine/protocol';
import { errorSentence, fill, list, number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { withParams } from '../../state/route';
import { type Door, formatDoor } from './filters';

const kShown = 18; // combinations that fit a 1366 px screen beside the rail

export interface OverlapParts {
  upset: HTMLElement;
  matrix: HTMLElement;
}

export function overlapParts(app: App, signal: AbortSignal, onSeveral: (persons: number) => void): OverlapParts {
  const parts = { upset: el('div', {}, el('p', { class: 'muted' }, t().frame.loading)), matrix: el('div') };
  const load = async (village: string): Promise<void> => {
    try {
      const overlap = await app.engine.call('overlap', { unit: 'persons', ...(village !== '' && { village }) });
      if (!signal.aborted) {
        draw(parts, app, overlap);
        if (village === '') {
          onSeveral(
            overlap.combinations.filter((each) => each.sources.length > 1).reduce((sum, each) => sum + each.count, 0),
          );
        }
      }
    } catch (error) {
      redraw(parts.upset, el('p', { class: 'bad', role: 'alert' }, errorSentence(error).what));
    }
  };
  app.store.select(
    (s) => s.route.params.village ?? '',
    (village) => void load(village),
    signal,
  );
  return parts;
}

function draw(parts: OverlapParts, app: App, overlap: Overlap): void {
  const open = (door: Door): void =>
    app.actions.go(withParams(app.store.state.route, { names: formatDoor(door), person: '' }));
  redraw(parts.upset, upset(overlap, open));
  redraw(parts.matrix, overlap.sources.length > 1 && matrix(overlap, open));
}

function upset(overlap: Overlap, open: (door: Door) => void): HTMLElement {
  const { unified } = t();
  const sorted = [...overlap.combinations].filter((each) => each.count > 0).sort((a, b) => b.count - a.count);
  const shown = sorted.slice(0, kShown);
  const plot = upsetPlot({
    label: unified.overlap,
    sets: overlap.sources.map((name, i) => {
      const count = overlap.matrix[i]?.[i] ?? 0;
      return {
        name,
        count,
        countText: number(count),
        label: fill(unified.setSize, { list: name, count: number(count) }),
      };
    }),
    combinations: shown.map((each) => {
      const label = fill(unified.combination, { count: number(each.count), lists: list(each.sources) });
      const range = fill(unified.between, { low: number(each.low), high: number(each.high) });
      return {
        members: each.sources.map((name) => overlap.sources.indexOf(name)),
        count: each.count,
        countText: number(each.count),
        label,
        title: each.low === each.high ? label : `${label} (${range})`,
      };
    }),
    onCombination: (i) => open({ kind: 'exact', sources: shown[i]?.sources ?? [] }),
    onSet: (i) => open({ kind: 'all', sources: [overlap.sources[i] ?? ''] }),
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

function matrix(overlap: Overlap, open: (door: Door) => void): HTMLElement {
  const { unified } = t();
  const name = (i: number): string => overlap.sources[i] ?? '';
  const table = overlapMatrix({
    caption: unified.matrix,
    names: overlap.sources,
    counts: overlap.matrix,
    format: (count) => number(count),
    label: (row, column) => {
      const count = number(overlap.matrix[row]?.[column] ?? 0);
      return row === column
        ? fill(unified.matrixOwn, { count, left: name(row) })
        : fill(unified.matrixCell, { count, left: name(row), right: name(column) });
    },
    onCell: (row, column) => open({ kind: 'all', sources: row === column ? [name(row)] : [name(row), name(column)] }),
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

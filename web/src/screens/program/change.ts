// An earlier result beside that of today: what happened to people, and what only happened to the data.

import type { App } from '../../app';
import { DataGrid } from '../../components/data-grid';
import { icon } from '../../components/icons';
import {
  type Change,
  type ChangeFigures,
  type ChangeRow,
  kChanges,
  type OlderTables,
} from '../../engine/planning-protocol';
import { errorSentence, fieldName, fill, list, number, t, term } from '../../i18n';
import { display } from '../../i18n/display';
import { el, redraw, rich } from '../../lib/dom';
import { failed } from '../plan-parts';

// What was opened lives in the engine as long as the page; only its names are kept here.
const kOpen = new WeakMap<App, OlderTables>();

export function change(app: App, signal: AbortSignal): HTMLElement {
  const { program } = t();
  const have = el('p', { class: 'muted', role: 'status', 'data-testid': 'change-have' });
  const outcome = el('div', { 'data-testid': 'change-outcome' });
  const show = async (): Promise<void> => {
    const open = kOpen.get(app) ?? { persons: false, rows: false };
    drawHave(have, open);
    if (!open.persons || !open.rows) {
      redraw(outcome);
      return;
    }
    redraw(outcome, el('p', { class: 'muted' }, program.changeWorking));
    try {
      const figures = await app.engine.call('change', {});
      if (!signal.aborted) {
        drawChange(outcome, app, figures, signal);
      }
    } catch (error) {
      redraw(outcome, failed(error));
    }
  };
  const take = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      try {
        kOpen.set(app, await app.engine.takeOlder(file));
      } catch (error) {
        const { what, act } = errorSentence(error, file.name);
        redraw(outcome, el('p', { class: 'bad', role: 'alert' }, `${what} ${act}`));
        return;
      }
    }
    await show();
  };
  const input = el('input', {
    type: 'file',
    multiple: true,
    accept: '.xlsx,.csv,.zip',
    class: 'visually-hidden',
    id: 'change-file',
    'data-testid': 'change-file',
    onchange: () => {
      const files = [...(input.files ?? [])];
      input.value = '';
      void take(files);
    },
  });
  void show();
  return el(
    'section',
    {},
    el('h2', {}, program.changeTitle),
    el('p', { class: 'muted small' }, program.changeHint),
    el(
      'p',
      { class: 'choices-line' },
      input,
      el('label', { class: 'button primary', for: 'change-file' }, icon('down'), program.changeChoose),
    ),
    have,
    outcome,
  );
}

function drawHave(place: HTMLElement, open: OlderTables): void {
  const { program } = t();
  const words = { persons: program.changePersons, rows: program.changeRows };
  const names = (wanted: boolean): string[] =>
    (['persons', 'rows'] as const).filter((table) => open[table] === wanted).map((table) => words[table]);
  const [there, missing] = [names(true), names(false)];
  place.textContent =
    there.length === 0
      ? ''
      : [
          fill(program.changeHave, { names: list(there) }),
          missing.length > 0 ? fill(program.changeNeed, { names: list(missing) }) : '',
        ].join(' ');
}

/** A difference with its sign, as people write it. */
function signed(value: number): string {
  return value > 0 ? `+${number(value)}` : number(value);
}

function drawChange(place: HTMLElement, app: App, figures: ChangeFigures, signal: AbortSignal): void {
  const { program } = t();
  const { persons, by_nik_alone } = figures;
  const names = el('div', { class: 'picture', 'data-testid': 'change-names' });
  const open = (kind: Change): void => void showNames(app, names, kind, signal);
  redraw(
    place,
    el(
      'p',
      { class: 'answer', 'data-testid': 'change-answer' },
      ...rich(program.changeAnswer, {
        before: el('b', {}, number(figures.old.persons)),
        after: el('b', {}, number(figures.new.persons)),
        real: el('b', {}, signed(persons.real)),
        data: el('b', {}, signed(persons.only_data)),
      }),
    ),
    el('p', { class: 'muted small' }, fill(program.changeStayed, { n: number(persons.stayed) })),
    el(
      'p',
      { class: 'muted small' },
      fill(program.changeByNik, { entered: number(by_nik_alone.entered), left: number(by_nik_alone.left) }),
    ),
    el(
      'table',
      { class: 'plain plan-table' },
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, program.changeKind),
          el('th', { scope: 'col', class: 'numeric' }, program.changeCount),
        ),
      ),
      el(
        'tbody',
        {},
        ...kChanges.map((kind) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, program.changes[kind]),
            el(
              'td',
              { class: 'numeric' },
              persons[kind] === 0
                ? number(0)
                : el(
                    'button',
                    {
                      type: 'button',
                      class: 'link door',
                      'data-key': `change-${kind}`,
                      'data-testid': `change-${kind}`,
                      'data-value': persons[kind],
                      onclick: () => open(kind),
                    },
                    number(persons[kind]),
                  ),
            ),
          ),
        ),
      ),
    ),
    names,
  );
}

async function showNames(app: App, place: HTMLElement, kind: Change, signal: AbortSignal): Promise<void> {
  const { program, grid: words } = t();
  const { masked } = app.store.state;
  const ask = (from: number, to: number): Promise<{ rows: ChangeRow[]; total: number }> =>
    app.engine.call('change.rows', { unit: 'persons', change: kind, from, to });
  try {
    const { total } = await ask(0, 0);
    if (signal.aborted) {
      return;
    }
    const grid = new DataGrid();
    grid.id = 'change-grid';
    redraw(place, el('h2', {}, `${program.changes[kind]}: ${number(total)}`), grid);
    grid.show<ChangeRow>({
      total,
      rows: async (from, to) => (await ask(from, to)).rows,
      maxRows: 12,
      columns: [
        { key: 'name', label: program.changeName, width: '13rem', cell: (row) => display('name', row.name, masked) },
        { key: 'nik', label: t().unified.head.nik, width: '11.25rem', cell: (row) => display('nik', row.nik, masked) },
        { key: 'village', label: program.changePlace, width: '9rem', cell: (row) => row.village },
        {
          key: 'changes',
          label: program.changeWhat,
          width: '16rem',
          cell: (row) =>
            row.changes
              .split('|')
              .map((code) => term(program.changes, code))
              .join(', '),
        },
        {
          key: 'details',
          label: program.changeDetails,
          width: '22rem',
          cell: (row) => detailText(row.details, masked),
        },
      ],
      labels: {
        table: `${program.changes[kind]}. ${words.rowsLabel}`,
        empty: words.empty,
        failed: words.failed,
        up: words.sortedUp,
        down: words.sortedDown,
      },
    });
  } catch (error) {
    redraw(place, failed(error));
  }
}

/** "decile=2>5|name=A>B" in words; what identifies is masked as everywhere. */
export function detailText(details: string, masked: boolean): string {
  return details
    .split('|')
    .filter((detail) => detail !== '')
    .map((detail) => {
      const [field = '', values = ''] = detail.split(/=(.*)/s);
      const [was = '', is = ''] = values.split('>');
      const word = field === 'programmes' ? t().plan.columns.programmes : fieldName(field);
      return `${word}: ${display(field, was, masked) || '–'} → ${display(field, is, masked) || '–'}`;
    })
    .join('; ');
}

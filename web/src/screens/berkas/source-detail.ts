// An opened list: where its header is, what each column means, what was found, and the file as it is.

import type { App } from '../../app';
import { DataGrid, type GridColumn } from '../../components/data-grid';
import type { Column, Preview, Source, SourcePatch } from '../../engine/protocol';
import { errorSentence, fieldName, fill, issueSentence, number, percent, t, term } from '../../i18n';
import { type Child, el } from '../../lib/dom';
import { hideNumbers, showField } from '../../lib/identity';
import { profileSection } from './profile-view';

type PreviewRow = Preview['rows'][number];

export function sourceDetail(app: App, source: Source, locked: boolean, signal: AbortSignal): HTMLElement {
  const problem = el('p', { class: 'bad', role: 'alert' });
  const change = (patch: Omit<SourcePatch, 'source'>): void => {
    app.actions.setSource({ source: source.id, ...patch }).catch((error: unknown) => {
      const sentence = errorSentence(error);
      problem.textContent = `${sentence.what} ${sentence.act}`;
    });
  };
  return el(
    'div',
    { class: 'detail' },
    facts(source, locked, change),
    problem,
    el(
      'div',
      { class: 'detail-part' },
      el('h3', {}, t().files.columns),
      columnTable(source, app.store.state.masked, locked, change),
    ),
    profileSection(app, source, signal),
    el('div', { class: 'detail-part' }, el('h3', {}, t().files.issues), ...issues(source)),
    el('div', { class: 'detail-part' }, el('h3', {}, t().files.preview), preview(app, source, signal)),
  );
}

type Change = (patch: Omit<SourcePatch, 'source'>) => void;

function facts(source: Source, locked: boolean, change: Change): HTMLElement {
  const { files, list: words } = t();
  const step = (by: number, label: string, mark: string): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        class: 'step-button',
        'data-key': `header-${by}`,
        'data-testid': by < 0 ? 'header-up' : 'header-down',
        'aria-label': label,
        disabled: locked || source.header_line + by < 1,
        onclick: () => change({ header_line: source.header_line + by }),
      },
      mark,
    );
  const input = (label: string, type: string, value: string, apply: (value: string) => void): HTMLElement =>
    el(
      'label',
      { class: 'field' },
      el('span', {}, label),
      el('input', {
        type,
        value,
        disabled: locked,
        'data-key': `fact-${label}`,
        onchange: (event: Event) => apply((event.target as HTMLInputElement).value),
      }),
    );
  return el(
    'div',
    { class: 'facts' },
    el(
      'div',
      { class: 'field', role: 'group', 'aria-label': files.headerLine },
      el('span', {}, files.headerLine),
      el(
        'span',
        { class: 'stepper' },
        step(-1, files.headerUp, '▲'),
        el(
          'output',
          { 'data-testid': 'header-line' },
          source.header_line > 0 ? number(source.header_line) : files.headerNone,
        ),
        step(1, files.headerDown, '▼'),
      ),
    ),
    layoutChoice(source, locked, change),
    choice(source, 'kind', words.kind, words.kinds, locked, change),
    input(files.owner, 'text', source.owner, (owner) => change({ owner })),
    choice(source, 'level', words.level, words.levels, locked, change),
    input(files.dataDate, 'date', source.data_date, (data_date) => change({ data_date })),
    input(words.validFromShort, 'date', source.valid_from, (valid_from) => change({ valid_from })),
    input(files.validUntil, 'date', source.valid_until, (valid_until) => change({ valid_until })),
    input(words.fiscalYear, 'text', source.fiscal_year, (fiscal_year) => change({ fiscal_year })),
    el(
      'label',
      { class: 'inline' },
      el('input', {
        type: 'checkbox',
        checked: source.duplicates,
        disabled: locked,
        'data-key': 'duplicates',
        'data-testid': 'source-duplicates',
        onchange: (event: Event) => change({ duplicates: (event.target as HTMLInputElement).checked }),
      }),
      ` ${words.duplicates}`,
    ),
  );
}

/** What a list is, or who keeps it: one of a few words, or not known. */
function choice(
  source: Source,
  key: 'kind' | 'level',
  label: string,
  options: Readonly<Record<string, string>>,
  locked: boolean,
  change: Change,
): HTMLElement {
  return el(
    'label',
    { class: 'field' },
    el('span', {}, label),
    el(
      'select',
      {
        disabled: locked,
        'data-key': `fact-${key}`,
        'data-testid': `source-${key}`,
        onchange: (event: Event) => change({ [key]: (event.target as HTMLSelectElement).value }),
      },
      el('option', { value: '', selected: source[key] === '' }, t().list.notKnown),
      ...Object.entries(options).map(([value, text]) => el('option', { value, selected: value === source[key] }, text)),
    ),
  );
}

/** Family blocks are found by their form, never chosen. */
function layoutChoice(source: Source, locked: boolean, change: Change): HTMLElement {
  const { layouts } = t().terms;
  const names = Object.keys(layouts).filter((name) => name === source.layout || !name.startsWith('bip_'));
  return el(
    'label',
    { class: 'field' },
    el('span', {}, t().files.layout),
    el(
      'select',
      {
        disabled: locked,
        'data-key': 'layout',
        'data-testid': 'layout',
        onchange: (event: Event) => change({ layout: (event.target as HTMLSelectElement).value }),
      },
      ...names.map((name) => el('option', { value: name, selected: name === source.layout }, term(layouts, name))),
    ),
  );
}

function columnTable(source: Source, masked: boolean, locked: boolean, change: Change): HTMLElement {
  const { files } = t();
  const heads = [files.column, files.sample, files.readAs, files.confidence, files.filled];
  return el(
    'div',
    { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': files.columns },
    el(
      'table',
      { class: 'columns', 'data-testid': 'columns' },
      el(
        'thead',
        {},
        el('tr', {}, ...heads.map((head, i) => el('th', { scope: 'col', class: i === 4 ? 'numeric' : '' }, head))),
      ),
      el('tbody', {}, ...source.columns.map((column) => columnRow(source, column, masked, locked, change))),
    ),
  );
}

/** Masked always; what is not understood can be seen, so that it can be named, unless the room is looking. */
function shownSample(column: Column, sample: string, masked: boolean): string {
  return column.field === 'text' && !masked ? hideNumbers(sample) : showField(column.field, sample, true);
}

function columnRow(source: Source, column: Column, masked: boolean, locked: boolean, change: Change): HTMLElement {
  const samples = column.samples.map((sample) => shownSample(column, sample, masked)).filter((sample) => sample !== '');
  const choose = (event: Event): void => {
    const mapping = Object.fromEntries(source.columns.map((each) => [each.header, each.field]));
    mapping[column.header] = (event.target as HTMLSelectElement).value;
    change({ mapping });
  };
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, column.header),
    el('td', { class: 'muted sample' }, samples.join(' · ')),
    el(
      'td',
      {},
      el(
        'select',
        {
          disabled: locked,
          'data-key': `field-${column.header}`,
          'aria-label': fill(t().files.readAsWhat, { column: column.header }),
          onchange: choose,
        },
        ...fieldOptions(column),
      ),
    ),
    el('td', {}, confidenceWord(column)),
    el('td', { class: 'numeric' }, percent(column.filled / Math.max(1, source.rows))),
  );
}

const kNamed = new Set(['id', 'programme']);
const kNotForColumns = new Set(['sources', 'household']);

/** All field kinds; a numbered card and a programme take the name of the column. */
function fieldOptions(column: Column): HTMLElement[] {
  const slug = column.header
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  const kinds = Object.keys(t().terms.fields).filter((kind) => !kNotForColumns.has(kind));
  const values = kinds.map((kind) => (kNamed.has(kind) ? `${kind}:${slug || 'lain'}` : kind));
  if (!values.includes(column.field)) {
    values.unshift(column.field);
  }
  return values.map((value) => el('option', { value, selected: value === column.field }, fieldName(value)));
}

function confidenceWord(column: Column): HTMLElement {
  const { confidence } = t().terms;
  if (column.field === 'text') {
    return el('span', { class: 'muted' }, confidence.none);
  }
  return column.confidence >= 0.9
    ? el('span', { class: 'good' }, confidence.certain)
    : column.confidence >= 0.6
      ? el('span', {}, confidence.likely)
      : el('span', { class: 'bad' }, confidence.unsure);
}

function issues(source: Source): Child[] {
  const { files } = t();
  const asideDetail = Object.entries(source.set_aside).filter(([, count]) => count > 0);
  const aside = asideDetail.reduce((sum, [, count]) => sum + count, 0);
  const words = asideDetail.map(
    ([state, count]) => `${files.state[state as keyof typeof files.state] ?? state} ${number(count)}`,
  );
  const lines = source.issues.map((issue) =>
    el(
      'li',
      {},
      issueSentence(issue.code, issue.count),
      issue.lines.length > 0 && el('span', { class: 'muted' }, ` (${issueLines(issue.lines, issue.count)})`),
    ),
  );
  return [
    aside > 0 && el('p', {}, fill(files.setAside, { count: number(aside), detail: words.join(', ') })),
    lines.length > 0
      ? el('ul', { class: 'issues' }, ...lines)
      : aside === 0 && el('p', { class: 'muted' }, files.issuesNone),
  ];
}

function issueLines(lines: readonly number[], count: number): string {
  const { files } = t();
  const shown = lines.slice(0, 5).map((line) => number(line));
  return fill(files.issueLines, { lines: shown.join(', ') }) + (count > shown.length ? files.issueMore : '');
}

function preview(app: App, source: Source, signal: AbortSignal): HTMLElement {
  const grid = new DataGrid();
  grid.id = `preview-${source.id}`;
  void openPreview(app, source, grid, signal).catch(() => undefined);
  return grid;
}

async function openPreview(app: App, source: Source, grid: DataGrid, signal: AbortSignal): Promise<void> {
  const fetchRows = (from: number, to: number): Promise<Preview> =>
    app.engine.call('source.preview', { source: source.id, from, to });
  const start = await fetchRows(0, 30);
  if (signal.aborted) {
    return;
  }
  const width = Math.max(1, ...start.rows.map((row) => row.cells.length));
  const fields = new Map(source.columns.map((column) => [column.index, column.field]));
  const { files, grid: words } = t();
  const masked = app.store.state.masked;
  const cellColumns = Array.from(
    { length: width },
    (_, i): GridColumn<PreviewRow> => ({
      key: String(i),
      label: columnLetter(i),
      width: '11.25rem',
      cell: (row) => previewCell(row.state, fields.get(i) ?? 'text', row.cells[i] ?? '', masked),
    }),
  );
  const columns: GridColumn<PreviewRow>[] = [
    { key: 'line', label: files.previewLine, width: '4.5rem', numeric: true, cell: (row) => number(row.line) },
    {
      key: 'state',
      label: files.previewKind,
      width: '8rem',
      cell: (row) => (row.state === 'data' ? '' : files.state[row.state]),
    },
    ...cellColumns,
  ];
  grid.show({
    columns,
    total: start.total,
    rows: async (from, to) => (await fetchRows(from, to)).rows,
    rowClass: (row) => `state-${row.state}`,
    maxRows: 8,
    labels: {
      table: files.preview,
      empty: words.empty,
      failed: words.failed,
      up: words.sortedUp,
      down: words.sortedDown,
    },
  });
}

/** Titles and headers are no person's; data are, and the heads of families, whose cells are not what their column says. */
export function previewCell(state: PreviewRow['state'], field: string, value: string, masked: boolean): string {
  if (state === 'block') {
    return showField('name', value, masked);
  }
  return state === 'data' ? showField(field, value, masked) : masked ? hideNumbers(value) : value;
}

/** 0 → "A", 26 → "AA": as spreadsheets name columns. */
function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

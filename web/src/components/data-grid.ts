// <padan-data-grid>: a real table that holds only the rows in sight and asks rows(from, to) for them; a million rows are fine.
//
//   scroller ─ spacer (height of all rows, see scroll-scale.ts)
//            └ table, sticky at the top: header + the rows in sight
//
// One tab stop: arrows, Page Up/Down, Home and End move the active row, Enter or a click opens it.

import { el, redraw } from '../lib/dom';
import {
  contentHeight,
  firstRowAt,
  kMaxHeight,
  type ScrollGeometry,
  scrollTopFor,
  visibleRows,
} from '../lib/scroll-scale';

export interface GridColumn<Row> {
  key: string;
  label: string;
  width: string; // CSS width of the column
  cell: (row: Row) => Node | string;
  numeric?: boolean;
  sortable?: boolean;
}

export interface GridSource<Row> {
  columns: readonly GridColumn<Row>[];
  total: number;
  rows: (from: number, to: number) => Promise<readonly Row[]>;
  open?: (row: Row) => void;
  rowClass?: (row: Row) => string;
  sort?: string; // key, or -key for descending
  onSort?: (sort: string) => void;
  maxRows?: number; // height of the grid in rows
  labels: { table: string; empty: string; failed: string; up: string; down: string };
}

const kRowHeight = 32;
const kHeaderHeight = 34;
const kBorders = 2;

export class DataGrid extends HTMLElement {
  private source: GridSource<unknown> | undefined;
  private active = 0;
  private first = 0;
  private placedAt = -1; // px
  private window: readonly unknown[] = [];
  private request = 0;
  private readonly scroller = el('div', {
    class: 'grid-scroller',
    onscroll: () => this.scrolled(),
    onwheel: (event: WheelEvent) => this.wheeled(event),
  });
  private readonly spacer = el('div', { class: 'grid-spacer' });
  private readonly table = el('table', {
    role: 'grid',
    tabindex: 0,
    class: 'grid-table',
    onkeydown: (event: KeyboardEvent) => this.pressed(event),
  });
  private readonly head = el('thead');
  private readonly body = el('tbody');
  private readonly note = el('p', { class: 'grid-note', hidden: true });
  private readonly resize = new ResizeObserver(() => this.scrolled());

  /** Shows another set of rows from its beginning (or from the row at `first`). */
  show<Row>(source: GridSource<Row>, first = 0): this {
    this.source = source as unknown as GridSource<unknown>;
    this.active = first;
    this.first = first;
    this.window = [];
    this.build();
    return this;
  }

  connectedCallback(): void {
    this.table.append(this.head, this.body);
    this.scroller.append(this.table, this.spacer);
    this.replaceChildren(this.scroller, this.note);
    this.resize.observe(this.scroller);
    this.build();
  }

  disconnectedCallback(): void {
    this.resize.disconnect();
  }

  /** Height of the horizontal scroll bar, where one is shown: the rows must not hide behind it. */
  private get scrollBarHeight(): number {
    return Math.max(0, this.scroller.offsetHeight - this.scroller.clientHeight - kBorders);
  }

  private get geometry(): ScrollGeometry {
    const viewport = Math.max(kRowHeight, this.scroller.clientHeight - kHeaderHeight);
    return { total: this.source?.total ?? 0, rowHeight: kRowHeight, viewport };
  }

  private build(): void {
    const source = this.source;
    if (!source || !this.isConnected) {
      return;
    }
    const rows = Math.min(source.total, source.maxRows ?? 14);
    this.scroller.hidden = source.total === 0;
    this.scroller.style.height = `${kHeaderHeight + rows * kRowHeight + kBorders + this.scrollBarHeight}px`;
    this.note.hidden = source.total > 0;
    this.note.textContent = source.labels.empty;
    this.table.setAttribute('aria-label', source.labels.table);
    this.table.setAttribute('aria-rowcount', String(source.total + 1));
    redraw(
      this.head,
      el('tr', { 'aria-rowindex': 1 }, ...source.columns.map((column) => this.headCell(source, column))),
    );
    this.spacer.style.height = `${Math.max(0, contentHeight(this.geometry) - rows * kRowHeight)}px`;
    this.place(this.first);
  }

  private headCell(source: GridSource<unknown>, column: GridColumn<unknown>): HTMLTableCellElement {
    const style = `width:${column.width}`;
    const className = column.numeric ? 'numeric' : '';
    if (!column.sortable || !source.onSort) {
      return el('th', { scope: 'col', style, class: className }, column.label);
    }
    const order = source.sort === column.key ? 'up' : source.sort === `-${column.key}` ? 'down' : 'none';
    const next = order === 'up' ? `-${column.key}` : column.key;
    const mark = order === 'up' ? '▲' : order === 'down' ? '▼' : '';
    const button = el(
      'button',
      { class: 'sort', type: 'button', 'data-key': `sort-${column.key}`, onclick: () => source.onSort?.(next) },
      column.label,
      mark && el('span', { 'aria-hidden': 'true' }, ` ${mark}`),
    );
    const sorted = order === 'up' ? 'ascending' : order === 'down' ? 'descending' : 'none';
    return el('th', { scope: 'col', style, class: className, 'aria-sort': sorted }, button);
  }

  /** Shows the rows from first on exactly, also where a pixel of the scroll bar stands for several rows. */
  private place(first: number): void {
    const g = this.geometry;
    this.first = Math.max(0, Math.min(first, g.total - visibleRows(g)));
    this.scroller.scrollTop = scrollTopFor(g, this.first);
    this.placedAt = this.scroller.scrollTop; // as the browser rounded it: its scroll event must not move the rows again
    void this.fetch();
  }

  private wheeled(event: WheelEvent): void {
    if (contentHeight(this.geometry) === kMaxHeight && !event.ctrlKey && event.deltaY !== 0) {
      event.preventDefault();
      this.place(this.first + (Math.round(event.deltaY / kRowHeight) || Math.sign(event.deltaY)));
    }
  }

  private scrolled(): void {
    const placed = this.scroller.scrollTop === this.placedAt;
    const first = placed ? this.first : firstRowAt(this.geometry, this.scroller.scrollTop);
    const rows = visibleRows(this.geometry);
    if (first !== this.first || this.window.length < Math.min(rows, (this.source?.total ?? 0) - first)) {
      this.first = first;
      void this.fetch();
    }
  }

  private async fetch(): Promise<void> {
    const source = this.source;
    if (!source || source.total === 0) {
      this.body.replaceChildren();
      return;
    }
    const request = ++this.request;
    const from = this.first;
    const to = Math.min(source.total, from + visibleRows(this.geometry));
    try {
      const rows = await source.rows(from, to);
      if (request === this.request) {
        this.window = rows;
        this.note.hidden = true;
        this.paint(source);
      }
    } catch {
      if (request === this.request) {
        this.note.hidden = false;
        this.note.textContent = source.labels.failed;
      }
    }
  }

  private paint(source: GridSource<unknown>): void {
    this.active = Math.min(this.active, source.total - 1);
    this.body.replaceChildren(
      ...this.window.map((row, i) => {
        const index = this.first + i;
        return el(
          'tr',
          {
            id: `${this.rowPrefix}${index}`,
            'aria-rowindex': index + 2,
            class: `${index === this.active ? 'active' : ''} ${source.open ? 'opens' : ''} ${source.rowClass?.(row) ?? ''}`,
            'aria-selected': index === this.active ? 'true' : 'false',
            onclick: () => this.activate(index, true),
          },
          ...source.columns.map((column) => el('td', { class: column.numeric ? 'numeric' : '' }, column.cell(row))),
        );
      }),
    );
    const shown = this.active >= this.first && this.active < this.first + this.window.length;
    if (shown) {
      this.table.setAttribute('aria-activedescendant', `${this.rowPrefix}${this.active}`);
    } else {
      this.table.removeAttribute('aria-activedescendant');
    }
  }

  private get rowPrefix(): string {
    return `${this.id || 'grid'}-row-`;
  }

  private activate(index: number, open: boolean): void {
    const source = this.source;
    if (!source || source.total === 0) {
      return;
    }
    this.active = Math.max(0, Math.min(source.total - 1, index));
    const rows = visibleRows(this.geometry);
    if (this.active < this.first || this.active >= this.first + rows) {
      const first = this.active < this.first ? this.active : this.active - rows + 1;
      this.place(first);
    } else {
      this.paint(source);
    }
    const row = this.window[this.active - this.first];
    if (open && row !== undefined) {
      source.open?.(row);
    }
  }

  private pressed(event: KeyboardEvent): void {
    if (event.target !== this.table) {
      return; // a button inside a cell or header
    }
    const page = visibleRows(this.geometry);
    const targets: Record<string, number> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: (this.source?.total ?? 1) - 1,
      Enter: this.active,
      ' ': this.active,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      this.activate(target, event.key === 'Enter' || event.key === ' ');
    }
  }
}

customElements.define('padan-data-grid', DataGrid);

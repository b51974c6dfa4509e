// Layouts of the applications that take the list in: which of their columns is filled from which of ours.

import type { App } from '../../app';
import { icon } from '../../components/icons';
import type { ExportTemplate, TemplateColumn } from '../../engine/unified-protocol';
import { errorSentence, fieldName, fill, size, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { download } from '../../lib/download';
import { loaded } from './loaded';

export function templates(app: App, signal: AbortSignal): HTMLElement {
  return loaded(
    app,
    signal,
    (s) => s.language,
    async () => {
      const [settings, columns] = await Promise.all([
        app.engine.call('settings', {}),
        app.engine.call('export.columns', {}),
      ]);
      return [new Editor(app, settings.exports.templates ?? [], columns, signal).element];
    },
  );
}

/** Works on a copy; keeping or saving hands it to the core. */
class Editor {
  readonly element = el('section', { class: 'templates', 'data-testid': 'templates' });
  private readonly status = el('p', { class: 'muted', role: 'status', 'data-testid': 'template-status' });
  private chosen = 0;

  constructor(
    private readonly app: App,
    private all: readonly ExportTemplate[],
    private readonly columns: readonly string[],
    private readonly signal: AbortSignal,
  ) {
    this.draw();
  }

  private get current(): ExportTemplate | undefined {
    return this.all[this.chosen];
  }

  private change(part: Partial<ExportTemplate>): void {
    this.all = this.all.map((each, i) => (i === this.chosen ? { ...each, ...part } : each));
    this.changed();
  }

  /** Nothing is lost or kept until the officer says so. */
  private changed(): void {
    this.draw();
    this.say('muted', t().list.templateUnsaved);
  }

  /** By its name it is asked for: each has one of its own. */
  private rename(text: string): void {
    const name = text.trim();
    if (name === '' || this.all.some((each, i) => i !== this.chosen && each.name === name)) {
      this.draw();
      this.say('bad', t().list.templateNameTaken);
    } else {
      this.change({ name });
    }
  }

  private addColumn(template: ExportTemplate): void {
    const used = new Set(template.columns.map(({ from }) => from));
    const next = this.columns.find((column) => !used.has(column)) ?? 'nik';
    this.change({ columns: [...template.columns, { header: next, from: next }] });
  }

  private setColumn(at: number, part: TemplateColumn): void {
    this.change({ columns: (this.current?.columns ?? []).map((each, i) => (i === at ? part : each)) });
  }

  private async keep(): Promise<boolean> {
    try {
      await this.app.actions.applySettings({ exports: { templates: [...this.all] } });
      this.say('good', t().list.templateKept);
      return true;
    } catch (error) {
      const sentence = errorSentence(error);
      this.say('bad', `${sentence.what} ${sentence.act}`);
      return false;
    }
  }

  private async save(): Promise<void> {
    if (!this.current || !(await this.keep())) {
      return;
    }
    const { unified } = t();
    this.say('muted', unified.exporting);
    try {
      const { masked: mask } = this.app.store.state;
      const { name, blob } = await this.app.engine.exportFile(
        { kind: 'persons', format: 'xlsx', mask, template: this.current.name },
        { signal: this.signal },
      );
      download(blob, name);
      this.say('muted', fill(unified.exported, { name, size: size(blob.size) }));
    } catch (error) {
      const sentence = errorSentence(error);
      this.say('bad', `${sentence.what} ${sentence.act}`);
    }
  }

  private say(tone: string, text: string): void {
    this.status.className = tone;
    this.status.textContent = text;
  }

  private draw(): void {
    const { list: words } = t();
    redraw(
      this.element,
      el('h2', {}, words.templates),
      el('p', { class: 'muted' }, words.templatesHint),
      el(
        'div',
        { class: 'part-line' },
        this.choice(),
        this.button('template-new', words.newTemplate, 'quiet', () => this.add()),
        this.current && this.button('template-remove', words.removeTemplate, 'quiet', () => this.remove()),
      ),
      this.current && this.table(this.current),
      el(
        'div',
        { class: 'export-line' },
        this.current && this.button('template-save', words.saveTemplate, 'button', () => void this.save(), true),
        this.button('template-keep', words.keepTemplate, 'button', () => void this.keep()),
      ),
      this.status,
    );
  }

  private choice(): HTMLElement {
    return el(
      'label',
      { class: 'inline' },
      `${t().list.template} `,
      el(
        'select',
        {
          'data-testid': 'template',
          'data-key': 'template',
          onchange: (event: Event) => {
            this.chosen = (event.target as HTMLSelectElement).selectedIndex;
            this.draw();
          },
        },
        ...this.all.map((each, i) => el('option', { selected: i === this.chosen }, each.name)),
      ),
    );
  }

  private button(testId: string, text: string, style: string, act: () => void, down = false): HTMLElement {
    return el(
      'button',
      { type: 'button', class: style, 'data-testid': testId, 'data-key': testId, onclick: act },
      down && icon('down'),
      text,
    );
  }

  private add(): void {
    const { list: words } = t();
    let number = this.all.length + 1;
    while (this.all.some(({ name }) => name === `${words.newTemplate} ${number}`)) {
      number += 1;
    }
    this.all = [...this.all, { name: `${words.newTemplate} ${number}`, columns: [{ header: 'NIK', from: 'nik' }] }];
    this.chosen = this.all.length - 1;
    this.changed();
  }

  private remove(): void {
    this.all = this.all.filter((_, i) => i !== this.chosen);
    this.chosen = 0;
    this.changed();
  }

  private table(template: ExportTemplate): HTMLElement {
    const { list: words } = t();
    return el(
      'details',
      { open: this.element.querySelector('details')?.open ?? false },
      el('summary', {}, `${words.templateColumn} (${template.columns.length})`),
      el(
        'label',
        { class: 'field' },
        el('span', {}, words.templateName),
        el('input', {
          type: 'text',
          value: template.name,
          'data-testid': 'template-name',
          'data-key': 'template-name',
          onchange: (event: Event) => this.rename((event.target as HTMLInputElement).value),
        }),
      ),
      el(
        'table',
        { class: 'authority-table' },
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            el('th', { scope: 'col' }, words.templateColumn),
            el('th', { scope: 'col' }, words.templateFrom),
            el('th', { scope: 'col' }, words.fixedValue),
            el('td'),
          ),
        ),
        el('tbody', {}, ...template.columns.map((column, i) => this.row(template, column, i))),
      ),
      this.button('template-column', words.addColumn, 'link', () => this.addColumn(template)),
    );
  }

  private row(template: ExportTemplate, column: TemplateColumn, at: number): HTMLElement {
    const { list: words } = t();
    const which = `${fill(words.columnN, { n: String(at + 1) })}: ${column.header}`;
    const known = column.from === undefined || this.columns.includes(column.from);
    const options = known ? this.columns : [column.from ?? '', ...this.columns];
    const changed = (event: Event): string => (event.target as HTMLInputElement).value;
    const tool = (text: string, label: string, act: () => void): HTMLElement =>
      el(
        'button',
        {
          type: 'button',
          class: 'quiet',
          'aria-label': fill(label, { column: which }),
          'data-key': `${text}-${at}`,
          onclick: act,
        },
        text,
      );
    return el(
      'tr',
      {},
      el(
        'th',
        { scope: 'row' },
        el('input', {
          type: 'text',
          value: column.header,
          'aria-label': `${words.templateColumn}, ${which}`,
          'data-key': `header-${at}`,
          onchange: (event: Event) => this.setColumn(at, { ...column, header: changed(event).trim() }),
        }),
      ),
      el(
        'td',
        {},
        el(
          'select',
          {
            'aria-label': `${words.templateFrom}, ${which}`,
            'data-key': `from-${at}`,
            onchange: (event: Event) => {
              const from = changed(event);
              this.setColumn(at, from === '' ? { header: column.header, text: '' } : { header: column.header, from });
            },
          },
          el('option', { value: '', selected: column.from === undefined }, words.fixedText),
          ...options.map((name) => el('option', { value: name, selected: name === column.from }, columnName(name))),
        ),
      ),
      el(
        'td',
        {},
        column.from === undefined &&
          el('input', {
            type: 'text',
            value: column.text ?? '',
            'aria-label': `${words.fixedValue}, ${which}`,
            'data-key': `text-${at}`,
            onchange: (event: Event) => this.setColumn(at, { header: column.header, text: changed(event) }),
          }),
      ),
      el(
        'td',
        {},
        at > 0 && tool('▲', words.raiseColumn, () => this.change({ columns: raised(template.columns, at) })),
        template.columns.length > 1 &&
          tool('✕', words.removeColumn, () => this.change({ columns: template.columns.filter((_, i) => i !== at) })),
      ),
    );
  }
}

function raised(columns: readonly TemplateColumn[], at: number): TemplateColumn[] {
  const copy = [...columns];
  copy.splice(at - 1, 0, ...copy.splice(at, 1));
  return copy;
}

/** The word for it, and its name in the file. */
function columnName(column: string): string {
  const word = fieldName(column);
  return word.replace(/ /g, '_') === column ? column : `${word} (${column})`;
}

// Who decides what: the matrix of authority as a table that can be changed, with the law behind each line.

import type { App } from '../../app';
import type { Authority, AuthorityRule } from '../../engine/unified-protocol';
import { errorSentence, fieldName, fill, t, term } from '../../i18n';
import { type Child, el, redraw } from '../../lib/dom';
import { readySources } from '../../state/state';
import { loaded } from './loaded';

const kFields = [
  'nik',
  'kk',
  'name',
  'relation',
  'sex',
  'birth_place',
  'birth_date',
  'mother_name',
  'address',
  'rt',
  'rw',
  'village',
  'district',
  'regency',
  'phone',
  'decile',
  'vital_status',
  'occupation',
  'disability',
  'chronic_illness',
];
const kTopics = ['residence', 'welfare', 'membership', 'pbi', 'stunting', 'village_aid', 'targets', 'publication'];
const kKinds = ['civil_registry', 'register', 'recipients', 'need', 'field_result'];

export function authority(app: App, signal: AbortSignal): HTMLElement {
  return loaded(
    app,
    signal,
    (s) => s.language,
    async () => {
      const { authority: matrix } = await app.engine.call('settings', {});
      return [new Editor(app, matrix.rules ?? []).element];
    },
  );
}

/** Changes are tried on a copy; only "use" hands them to the core, which refuses what makes no sense. */
class Editor {
  readonly element = el('div', { class: 'authority' });
  private readonly status = el('p', { class: 'muted', role: 'status', 'data-testid': 'authority-status' });

  constructor(
    private readonly app: App,
    private rules: AuthorityRule[],
  ) {
    this.draw();
  }

  private change(rules: AuthorityRule[]): void {
    this.rules = rules;
    this.status.className = 'muted';
    this.status.textContent = t().list.notYetUsed;
    this.draw();
  }

  private set(at: number, part: Partial<AuthorityRule>): void {
    this.change(this.rules.map((rule, i) => (i === at ? { ...rule, ...part } : rule)));
  }

  private async use(rules: AuthorityRule[] | undefined): Promise<void> {
    this.status.className = 'muted';
    this.status.textContent = t().list.using;
    try {
      await this.app.actions.applySettings({ authority: rules === undefined ? {} : { rules } });
      const { authority: matrix } = await this.app.engine.call('settings', {});
      this.rules = matrix.rules ?? [];
      this.status.className = 'good';
      this.status.textContent = t().list.used;
      this.draw();
    } catch (error) {
      const sentence = errorSentence(error);
      this.status.className = 'bad';
      this.status.textContent = `${sentence.what} ${sentence.act}`;
    }
  }

  private draw(): void {
    const { list: words } = t();
    redraw(
      this.element,
      el('p', { class: 'muted' }, words.authorityHint),
      el(
        'div',
        { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': words.parts.authority },
        el(
          'table',
          { class: 'authority-table', 'data-testid': 'authority' },
          el(
            'thead',
            {},
            el(
              'tr',
              {},
              ...[words.topic, words.order, words.basis, words.validFrom, words.validUntil, ''].map((head) =>
                head === '' ? el('td') : el('th', { scope: 'col' }, head),
              ),
            ),
          ),
          el('tbody', {}, ...this.rules.map((rule, i) => this.row(rule, i))),
        ),
      ),
      el(
        'div',
        { class: 'export-line' },
        this.button('authority-use', words.useMatrix, 'button primary', () => void this.use(this.rules)),
        this.button('authority-add', words.addRule, 'button', () => this.add()),
        this.button('authority-reset', words.resetMatrix, 'quiet', () => void this.use(undefined)),
      ),
      this.status,
    );
  }

  private button(testId: string, text: string, style: string, act: () => void, label = text): HTMLElement {
    return el(
      'button',
      {
        type: 'button',
        class: style,
        'data-testid': testId,
        'data-key': `${testId}-${label}`,
        'aria-label': label,
        onclick: act,
      },
      text,
    );
  }

  private add(): void {
    const free = kFields.find((field) => !this.rules.some((rule) => rule.topic === field)) ?? 'address';
    this.change([...this.rules, { topic: free, order: [{ kind: 'register' }], basis: '' }]);
  }

  private row(rule: AuthorityRule, at: number): HTMLElement {
    const { list: words } = t();
    const name = topicName(rule.topic);
    const input = (key: 'basis' | 'valid_from' | 'valid_until', type: string, label: string): HTMLElement =>
      el('input', {
        type,
        value: rule[key] ?? '',
        'aria-label': `${label}: ${name}`,
        'data-key': `${key}-${at}`,
        onchange: (event: Event) => this.set(at, { [key]: (event.target as HTMLInputElement).value }),
      });
    return el(
      'tr',
      { 'data-topic': rule.topic },
      el('th', { scope: 'row' }, this.topicChoice(rule, at)),
      el('td', {}, this.order(rule, at)),
      el('td', {}, input('basis', 'text', words.basis)),
      el('td', {}, input('valid_from', 'date', words.validFrom)),
      el('td', {}, input('valid_until', 'date', words.validUntil)),
      el(
        'td',
        {},
        this.button(
          'authority-remove',
          '✕',
          'quiet',
          () => this.change(this.rules.filter((_, i) => i !== at)),
          fill(words.removeRule, { topic: `${name} ${at + 1}` }),
        ),
      ),
    );
  }

  private topicChoice(rule: AuthorityRule, at: number): HTMLElement {
    const { list: words } = t();
    const option = (topic: string): HTMLElement =>
      el('option', { value: topic, selected: topic === rule.topic }, topicName(topic));
    return el(
      'select',
      {
        'aria-label': `${words.topic} ${at + 1}`,
        'data-key': `topic-${at}`,
        onchange: (event: Event) => this.set(at, { topic: (event.target as HTMLSelectElement).value }),
      },
      el('optgroup', { label: words.topicFields }, ...kFields.map(option)),
      el('optgroup', { label: words.topicOthers }, ...kTopics.map(option)),
    );
  }

  private order(rule: AuthorityRule, at: number): HTMLElement {
    const { list: words } = t();
    const set = (order: Authority[]): void => this.set(at, { order });
    return el(
      'ol',
      { class: 'authority-order' },
      ...rule.order.map((authority, i) =>
        el(
          'li',
          {},
          this.who(rule, at, i),
          i > 0 &&
            this.button(
              'authority-up',
              '▲',
              'quiet',
              () => set(moved(rule.order, i)),
              fill(words.up, { who: who(authority) }),
            ),
          rule.order.length > 1 &&
            this.button(
              'authority-out',
              '✕',
              'quiet',
              () => set(rule.order.filter((_, k) => k !== i)),
              fill(words.out, { who: who(authority) }),
            ),
        ),
      ),
      el(
        'li',
        { class: 'add' },
        this.button(
          'authority-who',
          `+ ${words.addWho}`,
          'link',
          () => set([...rule.order, { kind: 'field_result' }]),
          fill(words.addWhoTo, { topic: `${topicName(rule.topic)} ${at + 1}` }),
        ),
      ),
    );
  }

  /** Owners of lists that are open, kinds and layouts; what a project names besides stays choosable. */
  private who(rule: AuthorityRule, at: number, i: number): HTMLElement {
    const { list: words, terms } = t();
    const owners = readySources(this.app.store.state.files).map(({ owner }) => owner);
    const choices = [
      ...kKinds.map((kind): Authority => ({ kind })),
      ...[...new Set(owners.filter((owner) => owner !== ''))].map((owner): Authority => ({ owner })),
      ...Object.keys(terms.layouts).map((layout): Authority => ({ layout })),
    ];
    const current = rule.order[i] ?? {};
    const known = choices.some((each) => same(each, current));
    return el(
      'select',
      {
        'aria-label': fill(words.place, { topic: `${topicName(rule.topic)} ${at + 1}`, n: String(i + 1) }),
        'data-key': `who-${at}-${i}`,
        onchange: (event: Event) => {
          const chosen = JSON.parse((event.target as HTMLSelectElement).value) as Authority;
          this.set(at, { order: rule.order.map((each, k) => (k === i ? chosen : each)) });
        },
      },
      ...(known ? choices : [current, ...choices]).map((each) =>
        el('option', { value: JSON.stringify(each), selected: same(each, current) }, who(each)),
      ),
    );
  }
}

function moved(order: readonly Authority[], i: number): Authority[] {
  const copy = [...order];
  copy.splice(i - 1, 0, ...copy.splice(i, 1));
  return copy;
}

function same(a: Authority, b: Authority): boolean {
  return (
    (a.owner ?? '') === (b.owner ?? '') && (a.kind ?? '') === (b.kind ?? '') && (a.layout ?? '') === (b.layout ?? '')
  );
}

function topicName(topic: string): string {
  return t().list.topics[topic] ?? fieldName(topic);
}

function who(authority: Authority): string {
  const { list: words, terms } = t();
  const parts: Child[] = [
    authority.owner,
    authority.kind === undefined ? undefined : term(words.kinds, authority.kind),
    authority.layout === undefined
      ? undefined
      : fill(words.layoutNamed, { layout: term(terms.layouts, authority.layout) }),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

// Where lists contradict each other about one person: who says what, and a person settles it.

import type { App } from '../../app';
import type { Conflict, ConflictRow, Saying } from '../../engine/unified-protocol';
import { errorSentence, fieldName, fill, list, number, t, term } from '../../i18n';
import { display } from '../../i18n/display';
import { type Child, el, redraw } from '../../lib/dom';
import { kNoWhy } from '../../state/decisions';
import { withParams } from '../../state/route';
import { openView } from '../../state/view';
import { figure, kClosed } from '../doors';
import { authorForm, authorLine } from '../tinjau/author-form';
import { loaded } from './loaded';

const kPage = 20;
const kNotDecidable = new Set(['village']); // a place is not a value that can be written down

export function conflicts(app: App, signal: AbortSignal): HTMLElement {
  return loaded(
    app,
    signal,
    (s) => `${s.language} ${s.masked} ${s.route.params.field ?? ''} ${s.route.params.from ?? ''}`,
    async () => {
      const found = await app.engine.call('conflicts', {});
      const asked =
        found.find(({ field }) => field === app.store.state.route.params.field) ?? found.find(({ open }) => open > 0);
      return [fields(app, found, asked), asked && asked.open > 0 ? await people(app, asked, signal) : none()];
    },
  );
}

function none(): HTMLElement {
  return el('p', { class: 'empty-title' }, t().list.noConflicts);
}

function fields(app: App, found: readonly Conflict[], asked: Conflict | undefined): HTMLElement {
  const { list: words } = t();
  const choose = (field: string): void =>
    app.actions.go(withParams(app.store.state.route, { ...kClosed, field, from: '' }), true);
  return el(
    'table',
    { class: 'conflict-fields', 'data-testid': 'conflict-fields' },
    el('caption', { class: 'visually-hidden' }, words.parts.conflicts),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', { scope: 'col' }, t().unified.field),
        el('th', { scope: 'col', class: 'numeric' }, words.openConflicts),
        el('th', { scope: 'col', class: 'numeric' }, words.decidedConflicts),
        el('th', { scope: 'col' }, words.decidedBy),
      ),
    ),
    el(
      'tbody',
      {},
      ...found.map((each) =>
        el(
          'tr',
          { class: each === asked ? 'current' : '' },
          el(
            'th',
            { scope: 'row' },
            el(
              'button',
              {
                type: 'button',
                class: 'link',
                'data-key': `conflict-${each.field}`,
                'data-testid': `conflict-${each.field}`,
                'aria-pressed': String(each === asked),
                onclick: () => choose(each.field),
              },
              fieldName(each.field),
            ),
          ),
          el(
            'td',
            { class: 'numeric' },
            figure(
              app,
              each.open,
              { kind: 'persons', conflict: each.field },
              fill(words.conflictLabel, { n: number(each.open), field: fieldName(each.field) }),
            ),
          ),
          el('td', { class: 'numeric' }, number(each.decided)),
          el('td', {}, each.basis === '' ? words.noAuthority : each.basis),
        ),
      ),
    ),
  );
}

async function people(app: App, asked: Conflict, signal: AbortSignal): Promise<HTMLElement> {
  const { list: words } = t();
  const from = Math.max(0, Number(app.store.state.route.params.from ?? 0) || 0);
  const { total, view } = await openView(app.engine, { kind: 'persons', conflict: asked.field }, signal);
  const to = Math.min(total, from + kPage);
  const { rows } = await app.engine.call('conflict.rows', { view, field: asked.field, from, to });
  const turn = (by: number): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        class: 'quiet',
        'data-key': `turn-${by}`,
        disabled: from + by < 0 || from + by >= total,
        onclick: () => app.actions.go(withParams(app.store.state.route, { from: String(from + by) })),
      },
      by < 0 ? words.before : words.after,
    );
  return el(
    'section',
    { 'aria-label': fill(words.conflictTitle, { field: fieldName(asked.field) }) },
    standing(app, signal),
    el(
      'p',
      { class: 'muted' },
      fill(words.shown, { from: number(from + 1), to: number(to), total: number(total) }),
      ' ',
      turn(-kPage),
      turn(kPage),
    ),
    el('div', { class: 'conflict-list' }, ...rows.map((row) => conflictCard(app, asked.field, row))),
  );
}

/** Who decides, and the way of the decisions into the result. */
function standing(app: App, signal: AbortSignal): HTMLElement {
  const place = el('div', { class: 'standing' });
  app.decisions.store.select(
    (s) => `${s.author?.by ?? ''} ${s.log.pending}`,
    () => {
      const { author, log } = app.decisions.store.state;
      const { review } = t();
      redraw(
        place,
        author ? authorLine(app, author) : authorForm(app),
        log.pending > 0 && el('span', { 'data-testid': 'pending' }, fill(review.pending, { n: number(log.pending) })),
        log.pending > 0 &&
          el(
            'button',
            {
              type: 'button',
              class: 'button',
              'data-testid': 'apply-decisions',
              onclick: () => void app.actions.applyDecisions(),
            },
            review.apply,
          ),
      );
    },
    signal,
  );
  return place;
}

function conflictCard(app: App, field: string, row: ConflictRow): HTMLElement {
  const { masked } = app.store.state;
  const { list: words, terms } = t();
  const settled = el('p', { role: 'status' });
  const decide = async (saying: Saying): Promise<void> => {
    if (!app.decisions.store.state.author) {
      settled.className = 'bad';
      settled.textContent = words.whoFirst;
      return;
    }
    try {
      const decided = await app.engine.call('decisions.append', {
        ...app.decisions.sign(kNoWhy),
        kind: 'value',
        left: saying.row,
        field,
        value: saying.value,
        scope: 'person',
      });
      app.decisions.took(decided);
      settled.className = 'good';
      settled.textContent = fill(words.settled, { value: display(field, saying.value, masked) });
    } catch (error) {
      settled.className = 'bad';
      settled.textContent = errorSentence(error).what;
    }
  };
  const line = (saying: Saying): HTMLElement =>
    el(
      'li',
      { class: saying.in_use ? 'in-use' : '' },
      el('b', {}, shownValue(field, saying.value, masked)),
      el('span', { class: 'muted' }, ` ${list(saying.sources)}`),
      saying.in_use && el('span', { class: 'good' }, ` ✓ ${words.inUse}: ${term(terms.rules, row.rule)}`),
      !kNotDecidable.has(field) &&
        el(
          'button',
          {
            type: 'button',
            class: 'quiet',
            'data-testid': 'use-value',
            'aria-label': fill(words.useValue, { value: display(field, saying.value, masked) }),
            onclick: () => void decide(saying),
          },
          words.use,
        ),
    );
  return el(
    'div',
    { class: 'conflict', 'data-testid': 'conflict' },
    el(
      'p',
      {},
      el(
        'button',
        {
          type: 'button',
          class: 'link',
          onclick: () => app.actions.go(withParams(app.store.state.route, { ...kClosed, person: String(row.index) })),
        },
        display('name', row.name, masked),
      ),
      el('span', { class: 'muted' }, ` ${[row.village, display('nik', row.nik, masked)].filter(Boolean).join(' · ')}`),
    ),
    el('ul', {}, ...row.sayings.map(line)),
    settled,
  );
}

function shownValue(field: string, value: string, masked: boolean): Child {
  return field === 'vital_status' ? term(t().list.vital, value) : display(field, value, masked);
}

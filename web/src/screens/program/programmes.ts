// Programmes: quotas, money, gaps, overlaps, and what a change would do.

import type { App } from '../../app';
import { overlapMatrix } from '../../components/overlap-matrix';
import type { Fund, PlaceFilter, ProgrammeFigures, ProgrammesAnswer } from '../../engine/planning-protocol';
import type { Place } from '../../engine/protocol';
import { fill, number, t, term } from '../../i18n';
import { type Child, el, redraw, rich } from '../../lib/dom';
import { doorAttributes, doorNumber, openDoor, type PlanDoor } from '../doors';
import { failed, placeFields, placeOf } from '../plan-parts';
import { countDoor, decileDoor, type Figure, figureDoor, titleOf } from './doors';
import { planForm } from './plan-form';
import { trial } from './trial';

export function programmes(app: App, signal: AbortSignal): HTMLElement {
  const { program } = t();
  const answer = el('div', { class: 'answer', role: 'status', 'data-testid': 'programme-answer' });
  const filters = el('form', { class: 'facets wide', role: 'search', 'aria-label': t().prioritas.search });
  filters.addEventListener('submit', (event) => event.preventDefault());
  const main = el('div', {}, el('p', { class: 'muted' }, t().plan.loading));
  let places: readonly Place[] = [];
  let hasLokus = false;
  let asked = 0;
  const refresh = async (): Promise<void> => {
    const mine = ++asked;
    const place = placeOf(app.store.state.route);
    try {
      const figures = await app.engine.call('programmes', place);
      if (mine === asked && !signal.aborted) {
        redraw(filters, ...placeFields(app, places, hasLokus));
        drawAnswer(answer, app, figures, place);
        redraw(main, ...parts(app, figures, place, signal, () => void refresh()));
      }
    } catch (error) {
      if (mine === asked) {
        redraw(main, failed(error));
      }
    }
  };
  void Promise.all([app.engine.call('places', {}), app.engine.call('settings', {})]).then(([known, settings]) => {
    places = known;
    hasLokus = settings.lokus.mode !== 'none';
    app.store.select(
      ({ route: { params } }) => [params.village, params.district, params.lokus].join(' '),
      () => void refresh(),
      signal,
    );
  });
  return el(
    'div',
    {},
    el('div', { class: 'headline' }, answer),
    el('p', { class: 'muted small' }, program.hint),
    filters,
    main,
  );
}

function drawAnswer(place: HTMLElement, app: App, figures: ProgrammesAnswer, where: PlaceFilter): void {
  const { program } = t();
  const { known, counts } = figures;
  const several = counts.slice(2).reduce((sum, count) => sum + count, 0);
  redraw(
    place,
    el(
      'p',
      {},
      ...(known.length === 0
        ? [program.answerNone]
        : rich(program.answer, {
            programmes: el('b', {}, number(known.length)),
            none: doorNumber(app, counts[0] ?? 0, countDoor(0, false, where), 'families-none'),
            several: doorNumber(app, several, countDoor(2, true, where), 'families-several'),
          })),
    ),
  );
}

function parts(
  app: App,
  figures: ProgrammesAnswer,
  place: PlaceFilter,
  signal: AbortSignal,
  changed: () => void,
): Child[] {
  const form = el('div', { class: 'plan-form-place' });
  return [
    programmeTable(app, figures, place, form, changed),
    form,
    trial(app, figures, place, signal),
    fundTable(app, figures, place),
    decileTable(app, figures, place),
    figures.known.length > 1 && countTable(app, figures, place),
    figures.known.length > 1 && pairMatrix(app, figures, place),
  ];
}

export function rupiah(value: number | null): string {
  return value === null ? t().program.notFilled : fill(t().program.rupiah, { n: number(value) });
}

function section(title: string, hint: string, testId: string, ...body: Child[]): HTMLElement {
  return el(
    'section',
    { class: 'picture', 'data-testid': testId },
    el('h2', {}, title),
    hint !== '' && el('p', { class: 'muted small' }, hint),
    ...body,
  );
}

function scroll(label: string, body: HTMLElement): HTMLElement {
  return el('div', { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': label }, body);
}

function head(...labels: [string, ...string[]]): HTMLElement {
  return el(
    'thead',
    {},
    el('tr', {}, ...labels.map((label, i) => el('th', { scope: 'col', class: i === 0 ? '' : 'numeric' }, label))),
  );
}

function programmeTable(
  app: App,
  { programmes: list, known }: ProgrammesAnswer,
  place: PlaceFilter,
  form: HTMLElement,
  changed: () => void,
): HTMLElement {
  const { program, plan } = t();
  const edit = (each: ProgrammeFigures | undefined): void =>
    redraw(
      form,
      planForm(app, each, () => redraw(form), changed),
    );
  const row = (each: ProgrammeFigures): HTMLElement => {
    const figure = (kind: Figure): HTMLElement =>
      el(
        'td',
        { class: 'numeric' },
        each.ceiling === 0 && (kind === 'eligible' || kind === 'gap' || kind === 'nothing' || kind === 'above')
          ? '–'
          : known.includes(each.name) || kind === 'eligible' || kind === 'gap' || kind === 'nothing'
            ? doorNumber(app, each[kind], figureDoor(each, kind, place, known), `programme-${kind}`)
            : number(each[kind]),
      );
    return el(
      'tr',
      { 'data-testid': 'programme', 'data-name': each.name },
      el(
        'th',
        { scope: 'row', class: 'programme-name' },
        titleOf(each),
        el('br'),
        el(
          'span',
          { class: 'muted small' },
          [each.agency, term(plan.funds, each.fund), each.year].filter((text) => text !== '').join(' · '),
          each.said ? '' : ` (${program.usual})`,
          ` · ${fill(program.perUnit, { unit: plan[each.unit] })} · `,
        ),
        el(
          'button',
          {
            type: 'button',
            class: 'link',
            'data-testid': 'programme-edit',
            'aria-label': fill(program.editTitle, { programme: titleOf(each) }),
            onclick: () => edit(each),
          },
          program.edit,
        ),
      ),
      figure('receivers'),
      el('td', { class: 'numeric' }, quotaText(each)),
      el('td', { class: 'numeric' }, each.ceiling === 0 ? program.noCeiling : number(each.ceiling)),
      figure('eligible'),
      figure('gap'),
      figure('nothing'),
      figure('above'),
      figure('unknown'),
      figure('gone'),
    );
  };
  const table = el(
    'table',
    { class: 'plain plan-table programme-table' },
    el('caption', { class: 'visually-hidden' }, program.title),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', { scope: 'col' }, program.programme),
        ...[
          program.receivers,
          program.quota,
          program.ceiling,
          program.eligible,
          program.gap,
          program.nothing,
          program.above,
          program.unknown,
          program.gone,
        ].map((label) => el('th', { scope: 'col', class: 'numeric' }, label)),
      ),
    ),
    el('tbody', {}, ...list.map(row)),
  );
  return el(
    'div',
    {},
    list.length > 0 && scroll(program.title, table),
    el(
      'p',
      {},
      el(
        'button',
        { type: 'button', class: 'link', 'data-testid': 'programme-add', onclick: () => edit(undefined) },
        program.add,
      ),
    ),
  );
}

function quotaText({ quota, receivers }: ProgrammeFigures): Child {
  const { program } = t();
  if (quota === null) {
    return '–';
  }
  const over = receivers - quota;
  return el(
    'span',
    {},
    number(quota),
    over !== 0 && el('br'),
    over > 0 && el('span', { class: 'small bad' }, `▲ ${fill(program.over, { n: number(over) })}`),
    over < 0 && el('span', { class: 'small muted' }, fill(program.left, { n: number(-over) })),
  );
}

function fundTable(app: App, { funds }: ProgrammesAnswer, place: PlaceFilter): HTMLElement | false {
  const { program, plan } = t();
  const door = (fund: Fund, unit: 'families' | 'persons'): PlanDoor<'people.open'> => ({
    method: 'people.open',
    args: { unit, select: { ...place, funds: { any: [fund] } } },
    unit,
    title: 'fund',
    values: { fund: `fund:${fund}` },
  });
  return (
    funds.length > 0 &&
    section(
      program.funds,
      '',
      'funds',
      scroll(
        program.funds,
        el(
          'table',
          { class: 'plain plan-table' },
          head(program.fund, program.programmes, program.families, program.persons, program.cost, program.budget),
          el(
            'tbody',
            {},
            ...funds.map((each) =>
              el(
                'tr',
                { 'data-testid': 'fund', 'data-name': each.fund },
                el('th', { scope: 'row' }, term(plan.funds, each.fund)),
                el('td', { class: 'numeric' }, number(each.programmes.length)),
                el('td', { class: 'numeric' }, doorNumber(app, each.families, door(each.fund, 'families'))),
                el('td', { class: 'numeric' }, doorNumber(app, each.persons, door(each.fund, 'persons'))),
                el('td', { class: 'numeric' }, money(each.cost, each.unpriced, each.programmes.length)),
                el('td', { class: 'numeric' }, money(each.budget, each.unlimited, each.programmes.length)),
              ),
            ),
          ),
        ),
      ),
    )
  );
}

/** A sum, and how many programmes are missing in it: an absent price is not nought. */
function money(sum: number, missing: number, programmes: number): Child {
  const { program } = t();
  if (missing === programmes) {
    return program.notFilled;
  }
  return el(
    'span',
    {},
    rupiah(sum),
    missing > 0 && el('br'),
    missing > 0 && el('span', { class: 'small muted' }, fill(program.unpriced, { n: number(missing) })),
  );
}

function decileTable(app: App, figures: ProgrammesAnswer, place: PlaceFilter): HTMLElement | false {
  const { program, plan } = t();
  const list = figures.programmes.filter((each) => each.receivers > 0);
  const deciles = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0];
  const table = el(
    'table',
    { class: 'matrix heat' },
    el('caption', { class: 'visually-hidden' }, program.byDecile),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('td'),
        ...deciles.map((decile) =>
          el('th', { scope: 'col' }, decile === 0 ? plan.unknown : fill(plan.decileN, { n: number(decile) })),
        ),
      ),
    ),
    el(
      'tbody',
      {},
      ...list.map((each) => {
        const most = Math.max(1, ...each.by_decile);
        return el(
          'tr',
          {},
          el('th', { scope: 'row' }, titleOf(each)),
          ...deciles.map((decile) => {
            const count = each.by_decile[decile] ?? 0;
            return el(
              'td',
              { class: 'numeric', style: `--share:${(count / most).toFixed(3)}` },
              doorNumber(app, count, decileDoor(each, decile, place), 'decile-cell'),
            );
          }),
        );
      }),
    ),
  );
  return (
    list.length > 0 &&
    section(program.byDecile, program.byDecileHint, 'decile-programme', scroll(program.byDecile, table))
  );
}

function countTable(app: App, { counts }: ProgrammesAnswer, place: PlaceFilter): HTMLElement {
  const { program } = t();
  const last = counts.length - 1;
  return section(
    program.counts,
    '',
    'programme-counts',
    el(
      'table',
      { class: 'plain plan-table' },
      el(
        'tbody',
        {},
        ...counts.map((count, n) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, fill(n === last ? program.countMore : program.count, { n: number(n) })),
            el('td', { class: 'numeric' }, doorNumber(app, count, countDoor(n, n === last, place))),
          ),
        ),
      ),
    ),
  );
}

function pairMatrix(app: App, { known, pairs, programmes: list }: ProgrammesAnswer, place: PlaceFilter): HTMLElement {
  const { program } = t();
  const at = (a: number, b: number): number => pairs[a * known.length + b] ?? 0;
  const titles = known.map((name) => titleOf(list.find((each) => each.name === name) ?? { title: '', name }));
  const door = (a: number, b: number): PlanDoor<'people.open'> => {
    const [one = '', other = ''] = [known[a], known[b]];
    return {
      method: 'people.open',
      args: { unit: 'families', select: { ...place, programmes: { all: a === b ? [one] : [one, other] } } },
      unit: 'families',
      title: a === b ? 'receivers' : 'pair',
      values: { programme: titles[a] ?? '', a: titles[a] ?? '', b: titles[b] ?? '' },
    };
  };
  const table = overlapMatrix({
    caption: program.pairs,
    names: titles,
    counts: known.map((_, a) => known.map((__, b) => at(a, b))),
    format: (count) => number(count),
    label: (a, b) =>
      a === b
        ? `${fill(t().plan.doors.receivers, { programme: titles[a] ?? '' })}: ${number(at(a, b))}`
        : `${fill(t().plan.doors.pair, { a: titles[a] ?? '', b: titles[b] ?? '' })}: ${number(at(a, b))}`,
    onCell: (a, b) => openDoor(app, door(a, b)),
    attributes: (a, b) => doorAttributes(at(a, b), door(a, b)),
  });
  return section(program.pairs, '', 'programme-pairs', scroll(program.pairs, table));
}

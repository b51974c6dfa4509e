// The profile of an opened list: what it is worth, what is wrong with it, and a door from each number to its rows.

import type { App } from '../../app';
import { icon } from '../../components/icons';
import { qualityBar } from '../../components/quality-bar';
import type { ListProfile, Remark, Source } from '../../engine/protocol';
import { errorSentence, fill, number, percent, size, t, term } from '../../i18n';
import { type Child, el, redraw } from '../../lib/dom';
import { download } from '../../lib/download';
import { hideNumbers } from '../../lib/identity';
import { withParams } from '../../state/route';

const kStepMs = 40; // of the engine, so that other questions are answered between steps
const kFirstUnits = 20_000; // cells
const kMostUnits = 100_000_000;

/** Asks the engine when the card opens: reading a file does not wait for it. */
export function profileSection(app: App, source: Source, signal: AbortSignal): HTMLElement {
  const { profile: words } = t();
  const place = el('div', { 'data-testid': 'profile' });
  const again = (): void =>
    redraw(
      place,
      el(
        'button',
        { type: 'button', class: 'button', 'data-testid': 'profile-ask', onclick: () => void ask() },
        words.ask,
      ),
    );
  const ask = async (): Promise<void> => {
    place.setAttribute('aria-busy', 'true');
    const { language } = app.store.state;
    try {
      if (!(await workOut(app, source, place, signal))) {
        place.setAttribute('aria-busy', 'false');
        again();
        return;
      }
      const profile = await app.engine.call('source.profile', { source: source.id, language });
      if (!signal.aborted) {
        redraw(place, ...parts(app, profile));
      }
    } catch (error) {
      redraw(place, el('p', { class: 'bad', role: 'alert' }, errorSentence(error).what));
    }
    place.setAttribute('aria-busy', 'false');
  };
  setTimeout(() => void ask()); // after the first rows of the preview, which take no time
  return el('div', { class: 'detail-part profile' }, el('h3', {}, words.title), saving(app, source), place);
}

/** Steps of the engine until the profile is there; false when the officer or another card gives it up. */
async function workOut(app: App, source: Source, place: HTMLElement, signal: AbortSignal): Promise<boolean> {
  const { profile: words } = t();
  const bar = el('span', {});
  const share = el('span', { class: 'muted', role: 'status' }, words.loading);
  let given = false;
  const cancel = (): void => {
    given = true;
  };
  let progress = await app.engine.call('profile.start', { source: source.id });
  if (!progress.finished) {
    redraw(
      place,
      el(
        'p',
        { class: 'reading-progress' },
        el('span', { class: 'stage-bar' }, bar),
        share,
        el(
          'button',
          { type: 'button', class: 'quiet', 'data-testid': 'profile-cancel', onclick: cancel },
          words.cancel,
        ),
      ),
    );
  }
  for (let units = kFirstUnits; !progress.finished; ) {
    if (given || signal.aborted) {
      if (given) {
        await app.engine.call('profile.cancel', {});
      }
      return false;
    }
    const began = performance.now();
    progress = await app.engine.call('profile.step', { units });
    const took = performance.now() - began;
    units = Math.max(1000, Math.min(kMostUnits, units * 4, Math.round((units * kStepMs) / Math.max(1, took))));
    const part = progress.done / Math.max(1, progress.total);
    bar.style.width = `${(part * 100).toFixed(1)}%`;
    share.textContent = fill(words.working, { share: percent(part) });
  }
  return true;
}

interface Counted {
  remark: Remark;
  index: number; // by which the engine finds its rows
}

function parts(app: App, profile: ListProfile): Child[] {
  const { profile: words } = t();
  const all = profile.remarks.map((remark, index) => ({ remark, index }));
  const of = (start: string): Counted[] => all.filter(({ remark }) => remark.code.startsWith(start));
  const problems = all
    .filter(({ remark }) => remark.grade !== 'good' && !/^(match|cell\.missing)/.test(remark.code))
    .sort((a, b) => gradeRank(a.remark) - gradeRank(b.remark) || b.remark.rows - a.remark.rows);
  const draw = (counted: Counted): HTMLElement => remarkLine(app, profile, counted);
  return [
    el(
      'p',
      { class: 'profile-answer' },
      fill(words.matchable, {
        share: percent(profile.matchable / Math.max(1, profile.rows)),
        rows: number(profile.matchable),
        all: number(profile.rows),
      }),
    ),
    part(words.ways, of('match.').map(draw)),
    part(words.problems, problems.length > 0 ? problems.map(draw) : [el('li', { class: 'muted' }, words.none)]),
    part(words.nik, all.filter(({ remark }) => /^nik\.(birth|sex)_agrees|^nik\.at_home/.test(remark.code)).map(draw)),
    births(app, of('birth.decade')),
    strips(app, profile, of('cell.missing')),
    regions(app, profile),
  ];
}

const gradeRank = (remark: Remark): number => (remark.grade === 'fault' ? 0 : 1);

function part(title: string, lines: readonly Child[]): Child {
  return lines.length > 0 && el('div', {}, el('h4', {}, title), el('ul', { class: 'remarks' }, ...lines));
}

function headerOf(profile: ListProfile, column: number | null): string {
  return column === null ? '' : (profile.columns[column]?.header ?? '');
}

/** A number that opens its rows. */
function door(app: App, { remark, index }: Counted, label: string, ...children: Child[]): HTMLElement {
  return el(
    'button',
    {
      type: 'button',
      class: 'link door',
      'data-testid': 'profile-door',
      'data-code': remark.code,
      'data-value': remark.rows,
      'data-key': `door-${index}`,
      'aria-label': `${label}: ${fill(t().files.rows, { rows: number(remark.rows) })}`,
      onclick: () => app.actions.go(withParams(app.store.state.route, { rows: String(index) })),
    },
    ...children,
  );
}

function remarkLine(app: App, profile: ListProfile, counted: Counted): HTMLElement {
  const { profile: words } = t();
  const { remark } = counted;
  const share = remark.rows / Math.max(1, profile.rows);
  const header = headerOf(profile, remark.column);
  const several =
    remark.groups > 0 &&
    fill(remark.code === 'nik.shared' ? words.shared : words.groups, {
      groups: number(remark.groups),
      largest: number(remark.largest),
    });
  return el(
    'li',
    { class: `remark grade-${remark.grade}` },
    door(app, counted, `${remark.title} ${header}`, number(remark.rows)),
    el(
      'span',
      { class: 'remark-bar', 'aria-hidden': 'true' },
      el('span', { style: `width:${(share * 100).toFixed(2)}%` }),
    ),
    el('span', { class: 'remark-share muted' }, percent(share)),
    el(
      'details',
      {},
      el(
        'summary',
        {},
        remark.grade === 'fault' && el('span', { class: 'visually-hidden' }, `${words.fault}: `),
        el('b', {}, remark.title),
        header !== '' && el('span', { class: 'muted' }, ` · ${header}`),
        several && el('span', { class: 'muted' }, ` · ${several}`),
      ),
      el('p', {}, `${remark.meaning} `, remark.advice !== '' && el('b', {}, remark.advice)),
    ),
  );
}

/** A small histogram; each bar is a button. */
function births(app: App, decades: readonly Counted[]): Child {
  const { profile: words } = t();
  const most = Math.max(1, ...decades.map(({ remark }) => remark.rows));
  const bars = decades.map((counted) => {
    const { value, rows } = counted.remark;
    const height = `height:${((rows / most) * 100).toFixed(1)}%`;
    const label = fill(words.decade, { year: String(value) });
    return el(
      'li',
      {},
      door(app, counted, label, el('span', { class: 'column-bar' }, el('span', { style: height })), number(rows)),
      el('span', { class: 'muted' }, label),
    );
  });
  return bars.length > 0 && el('div', {}, el('h4', {}, words.births), el('ul', { class: 'decades' }, ...bars));
}

/** Completeness and validity, a strip a column. */
function strips(app: App, profile: ListProfile, missing: readonly Counted[]): Child {
  const { profile: words, files } = t();
  const rows = Math.max(1, profile.rows);
  const lines = profile.columns.map((column, index) => {
    const text = fill(words.strip, {
      good: percent(column.good / rows),
      damaged: percent(column.damaged / rows),
      missing: percent(column.missing / rows),
    });
    const blank = missing.find(({ remark }) => remark.column === index);
    const bar = (['good', 'damaged', 'missing'] as const).map((kind) => ({ kind, share: column[kind] / rows }));
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, column.header),
      el('td', { class: 'strip' }, qualityBar(bar, text)),
      el('td', { class: 'numeric' }, percent(column.good / rows)),
      el('td', { class: 'numeric' }, percent(column.damaged / rows)),
      el(
        'td',
        { class: 'numeric' },
        blank ? door(app, blank, `${column.header} ${words.blank}`, number(blank.remark.rows)) : '0',
      ),
    );
  });
  const heads = [files.column, words.stripHead, words.good, words.damaged, words.blank];
  return el(
    'div',
    {},
    el('h4', {}, words.strips),
    el(
      'table',
      { class: 'strips' },
      el(
        'thead',
        {},
        el('tr', {}, ...heads.map((head, i) => el('th', { scope: 'col', class: i > 1 ? 'numeric' : '' }, head))),
      ),
      el('tbody', {}, ...lines),
    ),
  );
}

function regions(app: App, profile: ListProfile): Child {
  const { profile: words } = t();
  const { home } = profile;
  const lines: Child[] = [];
  if (home.code !== 0) {
    const region = home.name === '' ? String(home.code) : home.name;
    lines.push(
      el('li', {}, fill(words.home, { region, share: percent(home.share), from: term(words.homeFrom, home.from) })),
    );
  }
  for (const codes of profile.codes) {
    lines.push(
      el(
        'li',
        { 'data-testid': 'profile-codes', 'data-system': codes.system },
        fill(words.codes[codes.system], {
          column: headerOf(profile, codes.column),
          share: percent(codes.share),
          sure: codes.sure ? words.sure : words.unsure,
          village: number(codes.village),
          rows: number(codes.rows),
        }),
      ),
    );
  }
  for (const names of profile.names) {
    const text = (place: string): string => (app.store.state.masked ? hideNumbers(place) : place);
    const unknown = names.unknown.map((place) => `${text(place.text)} (${number(place.rows)})`).join(', ');
    lines.push(
      el(
        'li',
        {},
        fill(words.names, {
          column: headerOf(profile, names.column),
          share: percent(names.found / Math.max(1, names.rows)),
        }),
        unknown !== '' &&
          el(
            'details',
            {},
            el('summary', {}, fill(words.unknown, { n: number(names.unknown_names) })),
            el('p', { class: 'muted' }, unknown + (names.unknown_names > names.unknown.length ? ', …' : '')),
          ),
      ),
    );
  }
  return lines.length > 0 && el('div', {}, el('h4', {}, words.regions), el('ul', { class: 'issues' }, ...lines));
}

/** The workbook for the owner of the list; masked when wished, and always while the room is looking. */
function saving(app: App, source: Source): HTMLElement {
  const { profile: words } = t();
  const { masked, language } = app.store.state;
  const mask = el('input', { type: 'checkbox', 'data-testid': 'profile-mask', checked: masked, disabled: masked });
  const status = el('p', { class: 'muted', role: 'status', 'data-testid': 'profile-status' });
  const save = async (): Promise<void> => {
    button.disabled = true;
    status.className = 'muted';
    status.textContent = words.saving;
    try {
      const { name, blob } = await app.engine.saveProfile({ source: source.id, language, mask: mask.checked });
      download(blob, name);
      status.textContent = fill(words.saved, { name, size: size(blob.size) });
    } catch (error) {
      const sentence = errorSentence(error);
      status.className = 'bad';
      status.textContent = `${sentence.what} ${sentence.act}`;
    } finally {
      button.disabled = false;
    }
  };
  const button = el(
    'button',
    { type: 'button', class: 'button', 'data-testid': 'profile-save', onclick: () => void save() },
    icon('down'),
    words.save,
  );
  return el('div', { class: 'export-line' }, button, el('label', { class: 'inline' }, mask, ` ${words.mask}`), status);
}

// The one number: what it counts, on which day, between which bounds, and village by village; fit for print.

import type { App } from '../../app';
import type { AuditResult } from '../../engine/review-protocol';
import type { Official, Range } from '../../engine/unified-protocol';
import { date, fill, list, number, t } from '../../i18n';
import { type Child, el, redraw, rich } from '../../lib/dom';
import { figure, type ViewDoor } from '../doors';
import { shareWords } from '../share-words';
import { loaded } from './loaded';

/** One sentence for the head of the screen. */
export function officialLine(app: App, signal: AbortSignal): HTMLElement {
  const place = el('p', { class: 'official-line', 'data-testid': 'official-line' });
  void app.engine.call('official', {}).then(
    (found) => !signal.aborted && redraw(place, ...sentence(app, found)),
    () => undefined, // the part that shows it says why
  );
  return place;
}

function sentence(app: App, found: Official): Child[] {
  const { list: words } = t();
  return [
    ...rich(words.officialLine, {
      persons: rangeFigure(app, found.persons, { kind: 'persons', official: true }),
      families: rangeFigure(app, found.families, { kind: 'families', official: true }),
      date: found.as_of === '' ? words.noDate : date(found.as_of),
    }),
    ' ',
    el('a', { href: '#/satu-data?part=number' }, words.officialHow),
  ];
}

function rangeFigure(app: App, range: Range, door: ViewDoor): HTMLElement {
  const { list: words } = t();
  const text = rangeText(range);
  const label = `${door.kind === 'persons' ? t().unified.persons : t().unified.families}: ${number(range.count)}${text}`;
  return el('span', {}, el('b', {}, figure(app, range.count, door, `${words.official}. ${label}`)), text);
}

function rangeText({ low, high }: Range): string {
  return low === high ? '' : ` ${fill(t().list.range, { low: number(low), high: number(high) })}`;
}

export function official(app: App, signal: AbortSignal): HTMLElement {
  return loaded(
    app,
    signal,
    (s) => s.language,
    async () => page(app, await app.engine.call('official', {}), await app.engine.call('audit.result', {})),
  );
}

function page(app: App, found: Official, checked: AuditResult): Child[] {
  const { list: words, frame } = t();
  const lists = found.lists.map(({ name, owner, data_date }) => {
    const facts = [owner, data_date === '' ? '' : date(data_date)].filter((fact) => fact !== '');
    return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
  });
  const fact = (label: string, ...text: Child[]): Child[] => [el('dt', {}, label), el('dd', {}, ...text)];
  return [
    el('p', { class: 'answer' }, ...sentence(app, found).slice(0, -2)),
    el(
      'dl',
      { class: 'finding-facts', 'data-testid': 'official' },
      ...fact(words.definition, found.by_registers ? words.definitionRegisters : words.definitionAll),
      ...fact(words.countedLists, list(lists)),
      ...fact(words.onDay, found.as_of === '' ? words.noDate : date(found.as_of)),
      ...fact(words.rangeWord, words.rangeMeaning),
      ...fact(words.method, words.methodText),
      ...fact(words.accuracy, accuracy(checked)),
    ),
    el(
      'p',
      { class: 'no-print' },
      el('button', { type: 'button', class: 'button', onclick: () => window.print() }, frame.print),
    ),
    places(app, found),
  ];
}

function accuracy({ answers, precision, recall }: AuditResult): string {
  const { list: words } = t();
  const said = { n: number(answers), precision: shareWords(precision), recall: shareWords(recall) };
  return answers === 0 ? words.accuracyNone : fill(words.accuracyText, said);
}

function places(app: App, found: Official): HTMLElement {
  const { list: words, unified } = t();
  const several = new Set(found.places.map(({ regency }) => regency)).size > 1;
  const cell = (range: Range, kind: 'persons' | 'families', code: string, name: string): HTMLElement =>
    el(
      'td',
      { class: 'numeric' },
      figure(
        app,
        range.count,
        { kind, official: true, village: code },
        `${name}: ${unified[kind]} ${number(range.count)}`,
      ),
      el('span', { class: 'muted' }, rangeText(range)),
    );
  return el(
    'table',
    { class: 'official-places' },
    el('caption', { class: 'visually-hidden' }, words.byVillage),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        several && el('th', { scope: 'col' }, words.regency),
        el('th', { scope: 'col' }, unified.head.district),
        el('th', { scope: 'col' }, unified.head.village),
        el('th', { scope: 'col' }, words.code),
        el('th', { scope: 'col', class: 'numeric' }, unified.persons),
        el('th', { scope: 'col', class: 'numeric' }, unified.families),
      ),
    ),
    el(
      'tbody',
      {},
      ...found.places.map((place) => {
        const name = place.code === '?' ? words.unknownVillage : place.village;
        return el(
          'tr',
          {},
          several && el('td', {}, place.regency_name || place.regency || words.unknownVillage),
          el('td', {}, place.district),
          el('th', { scope: 'row' }, name),
          el('td', {}, /^\d{10}$/.test(place.code) ? place.code : ''),
          cell(place.persons, 'persons', place.code, name),
          cell(place.families, 'families', place.code, name),
        );
      }),
    ),
  );
}

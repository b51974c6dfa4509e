// Sealed versions, one a planning year: which numbers the minutes state, and what changed between two.

import type { App } from '../../app';
import type { MinutesFigures, VersionDetail } from '../../engine/minutes-protocol';
import { date, number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { shortSeal } from './paper';

export function versionsPart(app: App, signal: AbortSignal): HTMLElement {
  const words = t().minutes;
  const list = el('div', { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': words.tabs.versions });
  const compared = el('div');
  const draw = (): void => {
    redraw(list, ...table(app));
    void compare(app, compared);
  };
  app.minutes.store.select((s) => s.versions, draw, signal);
  app.minutes.store.select((s) => s.chosen, draw, signal);
  return el('div', { class: 'versions' }, el('p', { class: 'muted' }, words.versionsHint), list, compared);
}

function table(app: App): HTMLElement[] {
  const words = t().minutes;
  const { versions, chosen } = app.minutes.store.state;
  if (versions.length === 0) {
    return [el('p', {}, words.versionsNone)];
  }
  const { version, year, at, by, asOf, persons, families, seal } = words.versionHead;
  const head = [version, year, asOf, persons, families, seal, by, at, ''];
  const rows = versions.map((each, i) =>
    el(
      'tr',
      { 'data-testid': 'version', 'data-seal': each.seal },
      el('th', { scope: 'row' }, each.name),
      el('td', {}, each.year),
      el('td', {}, date(each.as_of)),
      el('td', { class: 'numeric' }, number(each.counts.persons)),
      el('td', { class: 'numeric' }, number(each.counts.families)),
      el('td', {}, el('code', {}, shortSeal(each.seal))),
      el('td', {}, each.capacity === '' ? each.by : `${each.by}, ${each.capacity}`),
      el('td', {}, date(each.at.slice(0, 10))),
      el(
        'td',
        {},
        each.seal === chosen?.seal && each.at === chosen.at
          ? words.versionUsed
          : el(
              'button',
              { type: 'button', class: 'link', 'data-key': `use-${i}`, onclick: () => void app.minutes.choose(i) },
              words.versionUse,
            ),
        ' ',
        dropButton(app, i),
      ),
    ),
  );
  return [
    el(
      'table',
      { class: 'plain' },
      el('thead', {}, el('tr', {}, ...head.map((text) => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, ...rows),
    ),
  ];
}

/** Asked twice: a version that is gone cannot be brought back. */
function dropButton(app: App, version: number): HTMLElement {
  const words = t().minutes;
  let sure = false;
  const button: HTMLElement = el(
    'button',
    {
      type: 'button',
      class: 'link',
      onclick: () => {
        if (sure) {
          void app.minutes.drop(version);
        }
        sure = true;
        button.textContent = words.versionDropSure;
      },
    },
    words.versionDrop,
  );
  return button;
}

/** The one the minutes use beside the one before it. */
async function compare(app: App, place: HTMLElement): Promise<void> {
  const { versions, chosen } = app.minutes.store.state;
  const at = versions.findIndex(({ seal, at: time }) => seal === chosen?.seal && time === chosen.at);
  if (!chosen || at < 1) {
    redraw(place);
    return;
  }
  const before = await app.engine.call('versions.figures', { version: at - 1 });
  redraw(place, ...comparison(before, chosen));
}

function comparison(before: VersionDetail, now: VersionDetail): HTMLElement[] {
  const words = t().minutes;
  const lines: [string, (figures: MinutesFigures) => number][] = [
    ...(Object.keys(words.counts) as (keyof typeof words.counts)[]).map(
      (key): [string, (figures: MinutesFigures) => number] => [words.counts[key], ({ counts }) => counts[key]],
    ),
    ...now.figures.findings
      .map(({ code }): [string, (figures: MinutesFigures) => number] => [
        t().terms.findings[code] ?? code,
        ({ findings }) => findings.find((each) => each.code === code)?.count ?? 0,
      ])
      .filter(([, count]) => count(before.figures) > 0 || count(now.figures) > 0),
  ];
  const difference = (by: number): string => (by > 0 ? `+${number(by)}` : number(by));
  return [
    el('h2', {}, words.compared),
    el('p', { class: 'muted' }, words.comparedHint),
    el(
      'table',
      { class: 'plain', 'data-testid': 'version-compare' },
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, ''),
          ...[before.name, now.name, words.difference].map((text) =>
            el('th', { scope: 'col', class: 'numeric' }, text),
          ),
        ),
      ),
      el(
        'tbody',
        {},
        ...lines.map(([name, count]) => {
          const [old, fresh] = [count(before.figures), count(now.figures)];
          return el(
            'tr',
            {},
            el('th', { scope: 'row' }, name),
            el('td', { class: 'numeric' }, number(old)),
            el('td', { class: 'numeric' }, number(fresh)),
            el('td', { class: 'numeric' }, difference(fresh - old)),
          );
        }),
      ),
    ),
  ];
}

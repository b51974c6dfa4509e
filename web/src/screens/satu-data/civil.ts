// How the rows of each list stand against the civil registry, with its own answer codes.

import type { App } from '../../app';
import type { CivilLine } from '../../engine/unified-protocol';
import { fill, number, t, term } from '../../i18n';
import { type Child, el } from '../../lib/dom';
import { figure } from '../doors';
import { loaded } from './loaded';

export function civil(app: App, signal: AbortSignal): HTMLElement {
  return loaded(
    app,
    signal,
    (s) => s.language,
    async () => table(app, await app.engine.call('civil', {})),
  );
}

function table(app: App, lines: readonly CivilLine[]): Child[] {
  const { list: words } = t();
  const asked = (lines[0]?.lists ?? []).filter(({ source }) =>
    lines.some(({ lists }) => lists.some((each) => each.source === source && each.rows > 0)),
  );
  if (asked.length === 0) {
    return [el('p', { class: 'empty-title' }, words.noRegistry), el('p', { class: 'muted' }, words.noRegistryHint)];
  }
  return [
    el('p', { class: 'muted' }, words.civilHint),
    el(
      'div',
      { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': words.parts.civil },
      el(
        'table',
        { class: 'civil', 'data-testid': 'civil' },
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            el('th', { scope: 'col' }, words.status),
            el('th', { scope: 'col', class: 'numeric' }, words.answerCode),
            ...asked.map(({ source }) => el('th', { scope: 'col', class: 'numeric' }, source)),
          ),
        ),
        el(
          'tbody',
          {},
          ...lines.map((line) =>
            row(
              app,
              line,
              asked.map(({ source }) => source),
            ),
          ),
        ),
      ),
    ),
  ];
}

function row(app: App, line: CivilLine, sources: readonly string[]): HTMLElement {
  const { list: words } = t();
  const meaning = term(words.civilStatuses, line.status);
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, el('code', {}, line.status), el('span', { class: 'muted' }, ` ${meaning}`)),
    el('td', { class: 'numeric' }, line.answer === 0 ? '' : String(line.answer)),
    ...sources.map((source) => {
      const rows = line.lists.find((each) => each.source === source)?.rows ?? 0;
      const label = fill(words.civilCell, { n: number(rows), list: source, status: meaning });
      return el(
        'td',
        { class: 'numeric' },
        figure(app, rows, { kind: 'rows', civil_status: line.status, sources: { any: [source] } }, label),
      );
    }),
  );
}

// What is wrong, in sentences: what harms people most first, each with its law, who mends it, and how.

import type { App } from '../../app';
import { icon } from '../../components/icons';
import type { PlaceFilter } from '../../engine/planning-protocol';
import type { ExportRequest } from '../../engine/protocol';
import type { FindingEntry } from '../../engine/unified-protocol';
import { errorSentence, fill, number, size, t, term } from '../../i18n';
import { type Child, el, rich } from '../../lib/dom';
import { download } from '../../lib/download';
import { type Door, figure } from '../doors';
import { placeOf } from '../plan-parts';
import { loaded } from './loaded';
import { knownRegion, regionFilter } from './region-filter';

export function findings(app: App, signal: AbortSignal): HTMLElement {
  return loaded(
    app,
    signal,
    (s) => `${s.language} ${JSON.stringify(placeOf(s.route))}`,
    async () => {
      const region = placeOf(app.store.state.route);
      const [entries, known, owners] = await Promise.all([
        app.engine.call('findings', { language: app.store.state.language, ...region }),
        knownRegion(app),
        app.engine.call('correction.owners', {}),
      ]);
      return [
        el('div', { class: 'part-line' }, ...regionFilter(app, known, 'inline')),
        ...sentences(app, entries, region),
        corrections(app, owners, signal),
      ];
    },
  );
}

function sentences(app: App, entries: readonly FindingEntry[], region: PlaceFilter): Child[] {
  const { list: words } = t();
  const found = entries.filter(({ count }) => count > 0);
  const none = entries.filter(({ count }) => count === 0);
  return [
    found.length === 0 && el('p', { class: 'empty-title' }, words.noFindings),
    el('ul', { class: 'finding-list', 'data-testid': 'findings' }, ...found.map((entry) => line(app, entry, region))),
    none.length > 0 &&
      el(
        'details',
        { class: 'finding-none' },
        el('summary', {}, fill(words.notFound, { n: number(none.length) })),
        el('p', { class: 'muted' }, none.map(({ code }) => term(t().terms.findings, code)).join(' · ')),
      ),
  ];
}

const kSigns = { grave: '▲', fault: '●', notice: '○' } as const;

function line(app: App, entry: FindingEntry, region: PlaceFilter): HTMLElement {
  const { list: words } = t();
  const door: Door = { kind: 'findings', finding: entry.code, ...region };
  const count = figure(app, entry.count, door, fill(entry.sentence, { n: number(entry.count) }));
  const fact = (label: string, text: string): Child[] => [el('dt', {}, label), el('dd', {}, text)];
  return el(
    'li',
    { class: `finding severity-${entry.severity}`, 'data-testid': 'finding', 'data-code': entry.code },
    el('span', { class: 'sign', title: words.severity[entry.severity] }, kSigns[entry.severity]),
    el('span', { class: 'visually-hidden' }, `${words.severity[entry.severity]}: `),
    el('p', { class: 'sentence' }, ...rich(entry.sentence, { n: count })),
    el(
      'details',
      {},
      el('summary', {}, words.whatToDo),
      el(
        'dl',
        { class: 'finding-facts' },
        ...fact(words.meaning, entry.meaning),
        ...fact(words.basis, entry.basis),
        ...fact(words.mendedBy, entry.mended_by),
        ...fact(words.remedy, entry.remedy),
      ),
    ),
  );
}

/** What each owner of a list gets to mend, as a file. */
function corrections(app: App, owners: readonly { owner: string; lines: number }[], signal: AbortSignal): HTMLElement {
  const { list: words, unified } = t();
  const status = el('p', { class: 'muted', role: 'status', 'data-testid': 'correction-status' });
  const save = async (request: Pick<ExportRequest, 'kind' | 'only'>): Promise<void> => {
    status.className = 'muted';
    status.textContent = unified.exporting;
    try {
      const { masked, language } = app.store.state;
      const { name, blob } = await app.engine.exportFile(
        { ...request, format: 'xlsx', mask: masked, language },
        { signal },
      );
      const whose = request.only ? `-${request.only.toLowerCase().replace(/[^a-z0-9]+/g, '-')}` : '';
      const file = name.replace(/(\.\w+)$/, `${whose}$1`);
      download(blob, file);
      status.textContent = fill(unified.exported, { name: file, size: size(blob.size) });
    } catch (error) {
      const sentence = errorSentence(error);
      status.className = 'bad';
      status.textContent = `${sentence.what} ${sentence.act}`;
    }
  };
  const button = (label: string, testId: string, request: Pick<ExportRequest, 'kind' | 'only'>): HTMLElement =>
    el(
      'button',
      { type: 'button', class: 'button', 'data-testid': testId, onclick: () => void save(request) },
      icon('down'),
      label,
    );
  return el(
    'section',
    {},
    el('h2', {}, words.corrections),
    el('p', { class: 'muted' }, words.correctionsHint),
    el(
      'div',
      { class: 'export-line' },
      ...owners.map(({ owner, lines }) =>
        button(
          fill(words.correctionsOf, { owner: owner === '' ? words.noOwner : owner, n: number(lines) }),
          'corrections',
          { kind: 'corrections', ...(owner !== '' && { only: owner }) },
        ),
      ),
      button(words.civilCheck, 'civil-check', { kind: 'civil_check' }),
    ),
    status,
  );
}

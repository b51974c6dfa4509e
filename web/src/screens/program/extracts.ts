// What leaves: receivers of an agency, candidates for donors and for the village plan, and the statement of problems.

import type { App } from '../../app';
import { icon } from '../../components/icons';
import type { ExtractRequest, PlaceFilter, ProgrammesAnswer } from '../../engine/planning-protocol';
import type { Place } from '../../engine/protocol';
import { errorSentence, fill, list, number, t } from '../../i18n';
import { type Child, el, redraw } from '../../lib/dom';
import { download } from '../../lib/download';
import { doorNumber } from '../doors';
import { failed, placeFields, placeOf, selectField } from '../plan-parts';
import { titleOf } from './doors';
import { forum } from './forum';

const kDecile = 4; // programmes for the poor end here

export function extracts(app: App, signal: AbortSignal): HTMLElement {
  const { program } = t();
  const filters = el('form', { class: 'facets wide', role: 'search', 'aria-label': t().prioritas.search });
  filters.addEventListener('submit', (event) => event.preventDefault());
  const main = el('div', {}, el('p', { class: 'muted' }, t().plan.loading));
  const show = async (places: readonly Place[], hasLokus: boolean): Promise<void> => {
    const place = placeOf(app.store.state.route);
    redraw(filters, ...placeFields(app, places, hasLokus));
    try {
      const answer = await app.engine.call('programmes', place);
      if (!signal.aborted) {
        redraw(main, ...cards(app, answer, place), await forum(app, answer, place));
      }
    } catch (error) {
      redraw(main, failed(error));
    }
  };
  void Promise.all([app.engine.call('places', {}), app.engine.call('settings', {})]).then(
    ([places, settings]) =>
      app.store.select(
        ({ route: { params } }) => [params.village, params.district, params.lokus].join(' '),
        () => void show(places, settings.lokus.mode !== 'none'),
        signal,
      ),
    (error) => redraw(main, failed(error)),
  );
  return el('div', {}, el('p', { class: 'muted small' }, program.extractsHint), filters, main);
}

function cards(app: App, answer: ProgrammesAnswer, place: PlaceFilter): HTMLElement[] {
  const { program, plan } = t();
  const agencies = [
    ...new Set(answer.programmes.filter((each) => answer.known.includes(each.name)).map(({ agency }) => agency)),
  ].filter((agency) => agency !== '');
  const unsaid = answer.programmes.filter((each) => each.fund === '' && each.receivers > 0).map(titleOf);
  const deciles = Array.from({ length: 10 }, (_, i): [string, string] => [String(i + 1), number(i + 1)]);
  const byDecile = (kind: 'donor' | 'rkpdes'): HTMLElement =>
    card(
      app,
      kind,
      String(kDecile),
      (value, change) => selectField(`${kind}-decile`, program.maxDecile, value, deciles, change),
      (value) => ({ ...place, kind, decile: Number(value) }),
      kind === 'donor' && unsaid.length > 0 && fill(program.unsaidFunds, { programmes: list(unsaid) }),
    );
  return [
    ...(agencies.length > 0
      ? [
          card(
            app,
            'agency',
            agencies[0] ?? '',
            (value, change) =>
              selectField(
                'agency',
                program.chooseAgency,
                value,
                agencies.map((agency) => [agency, agency] as const),
                change,
              ),
            (agency) => ({ ...place, kind: 'agency', agency }),
            false,
          ),
        ]
      : []),
    byDecile('donor'),
    byDecile('rkpdes'),
    card(
      app,
      'priority',
      'families',
      (value, change) =>
        selectField(
          'priority-unit',
          plan.unit,
          value,
          [
            ['families', plan.families],
            ['persons', plan.persons],
          ],
          change,
        ),
      (unit) => ({ ...place, kind: 'priority', unit: unit === 'persons' ? 'persons' : 'families' }),
      false,
    ),
  ];
}

function card(
  app: App,
  kind: ExtractRequest['kind'],
  start: string,
  field: (value: string, change: (value: string) => void) => HTMLElement,
  requestOf: (value: string) => ExtractRequest,
  note: string | false,
): HTMLElement {
  const { program } = t();
  const counted = el('span', { role: 'status' });
  const status = el('p', { class: 'small', role: 'status', 'data-testid': `extract-${kind}-status` });
  const controls = el('div', { class: 'choices-line' });
  let value = start;
  let asked = 0;
  const count = async (): Promise<void> => {
    const mine = ++asked;
    const args = requestOf(value);
    try {
      const { view, total, unit } = await app.engine.call('extract.open', args);
      void app.engine.call('view.close', { view });
      if (mine === asked) {
        redraw(
          counted,
          doorNumber(app, total, { method: 'extract.open', args, unit, title: 'extract' }, `extract-${kind}-count`),
          ` ${t().plan[unit]}`,
        );
      }
    } catch (error) {
      redraw(counted, failed(error));
    }
  };
  const save = async (): Promise<void> => {
    const { plan } = t();
    const { masked } = app.store.state;
    try {
      const args = { ...requestOf(value), mask: masked, words: { ...plan.needs, ...plan.columns } };
      const blob = await app.engine.workbook({ method: 'extract', args });
      const name = `${program.fileNames[kind]}${masked ? `-${program.maskedName}` : ''}.xlsx`;
      download(blob, name);
      status.className = 'small good';
      status.textContent = fill(program.downloaded, { name });
    } catch (error) {
      status.className = 'small bad';
      status.textContent = errorSentence(error).what;
    }
  };
  const draw = (): void =>
    redraw(
      controls,
      field(value, (changed) => {
        value = changed;
        draw();
        void count();
      }),
      counted,
      saveButton(`extract-${kind}`, save),
    );
  draw();
  void count();
  return el(
    'section',
    { class: 'extract' },
    el('h2', {}, program.extracts[kind]),
    el('p', { class: 'muted small' }, program.extractHints[kind]),
    note !== false && el('p', { class: 'small bad' }, note),
    controls,
    status,
  );
}

export function saveButton(testId: string, save: () => Promise<void>, ...more: Child[]): HTMLElement {
  return el(
    'button',
    { type: 'button', class: 'button', 'data-key': testId, 'data-testid': testId, onclick: () => void save() },
    icon('down'),
    t().program.download,
    ...more,
  );
}

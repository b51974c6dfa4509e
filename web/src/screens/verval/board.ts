// Small multiples: one tile a village, grouped by district, filled by rows answered.

import type { App } from '../../app';
import { type BoardBatch, type BoardVillage, kVisitResults } from '../../engine/fieldwork-protocol';
import { fill, number, t, term } from '../../i18n';
import { el, rich } from '../../lib/dom';
import { openVisits, type VisitDoor, visitAttributes, visitFigure } from './visit-doors';

/** The batch that the address names, else the last one. */
export function batchShown(app: App): BoardBatch | undefined {
  const wanted = Number(app.store.state.route.params.batch ?? 0);
  return app.fieldwork.store.state.batches.find((batch) => batch.number === wanted) ?? app.fieldwork.last;
}

/** Villages by district, in the order of the batch. */
export function byDistrict(batch: BoardBatch): Map<string, BoardVillage[]> {
  const districts = new Map<string, BoardVillage[]>();
  for (const village of batch.villages) {
    const known = districts.get(village.district);
    known ? known.push(village) : districts.set(village.district, [village]);
  }
  return districts;
}

export const isDone = ({ answered, rows }: Pick<BoardVillage, 'answered' | 'rows'>): boolean => answered === rows;

export function villageName(village: { village: string }): string {
  return village.village === '' ? t().verval.unknownVillage : village.village;
}

export function board(app: App, batch: BoardBatch): HTMLElement {
  const { verval: words } = t();
  return el(
    'section',
    { class: 'board', 'data-testid': 'board' },
    el('h2', {}, words.board),
    el('p', { class: 'muted' }, words.boardHint),
    results(app, batch),
    el(
      'div',
      { class: 'districts' },
      ...[...byDistrict(batch)].map(([district, villages]) =>
        el(
          'section',
          { class: 'district' },
          el(
            'h3',
            {},
            district === '' ? '–' : district,
            ' ',
            el(
              'span',
              { class: 'muted' },
              ...rich(words.district, {
                done: inDistrict(app, batch, villages.filter(isDone).length, district, 'done'),
                villages: inDistrict(app, batch, villages.length, district),
              }),
            ),
          ),
          el('div', { class: 'tiles' }, ...villages.map((village) => tile(app, batch, village))),
        ),
      ),
    ),
  );
}

function inDistrict(app: App, batch: BoardBatch, count: number, district: string, state?: 'done'): HTMLElement {
  return visitFigure(app, count, { show: 'villages', batch: batch.number, district, ...(state && { state }) });
}

function tile(app: App, batch: BoardBatch, village: BoardVillage): HTMLElement {
  const { verval: words } = t();
  const name = villageName(village);
  const share = village.rows === 0 ? 0 : village.answered / village.rows;
  const state = isDone(village) ? 'done' : village.late ? 'late' : village.answered > 0 ? 'started' : 'open';
  const said = [
    fill(words.tile, { village: name, answered: number(village.answered), rows: number(village.rows) }),
    state === 'done' ? words.tileDone : state === 'late' ? words.tileLate : '',
    village.worker,
  ].filter((part) => part !== '');
  const door: VisitDoor = { show: 'rows', batch: batch.number, village: village.key };
  return el(
    'button',
    {
      type: 'button',
      class: `tile ${state}`,
      onclick: () => openVisits(app, door),
      ...visitAttributes(village.rows, door),
      title: said.join(' · '),
      'data-testid': 'tile',
      'data-village': village.key,
      'data-state': state,
      'data-value': village.answered,
      'data-key': `tile-${village.key}`,
    },
    el('span', { class: 'tile-fill', style: `height: ${Math.round(share * 1000) / 10}%` }),
    el('span', { class: 'tile-name' }, name),
    el(
      'span',
      { class: 'tile-count' },
      state === 'done' ? '✓ ' : state === 'late' ? '! ' : '',
      `${number(village.answered)}/${number(village.rows)}`,
    ),
    el('span', { class: 'visually-hidden' }, ` ${said.slice(1).join(', ')}`),
  );
}

function results(app: App, batch: BoardBatch): HTMLElement | false {
  const { verval: words } = t();
  const some = kVisitResults.map((result) => [result, batch.results[result]] as const).filter(([, count]) => count > 0);
  return (
    some.length > 0 &&
    el(
      'p',
      { class: 'visit-results' },
      `${words.resultsTitle}: `,
      ...some.flatMap(([result, count], i) => [
        i > 0 && ' · ',
        visitFigure(
          app,
          count,
          { show: 'rows', batch: batch.number, result },
          `${term(words.results, result)} ${number(count)}`,
          { 'data-testid': 'visit-result', 'data-result': result, 'data-value': count },
        ),
      ]),
    )
  );
}

// One page to the governor: drawn for print, and asked for with a button.

import type { BoardBatch } from '../../engine/fieldwork-protocol';
import { date, fill, number, percent, t, term } from '../../i18n';
import { el } from '../../lib/dom';
import { today } from '../../lib/today';
import { byDistrict, isDone, villageName } from './board';

export function report(batch: BoardBatch): HTMLElement {
  const { verval: words } = t();
  const page = el(
    'article',
    { class: 'governor-report print-only', 'data-testid': 'governor-report' },
    ...paper(batch),
  );
  return el(
    'section',
    { class: 'report-section' },
    el('h2', {}, words.report),
    el('p', { class: 'muted' }, words.reportHint),
    el(
      'button',
      { type: 'button', class: 'button', 'data-testid': 'report-print', onclick: () => printOnly(page) },
      words.reportPrint,
    ),
    page,
  );
}

function printOnly(page: HTMLElement): void {
  document.body.classList.add('printing-report');
  page.classList.add('printed');
  const done = (): void => {
    document.body.classList.remove('printing-report');
    page.classList.remove('printed');
  };
  window.addEventListener('afterprint', done, { once: true });
  window.print();
}

function paper(batch: BoardBatch): HTMLElement[] {
  const { verval: words } = t();
  const head = words.reportHead;
  const open = batch.villages.filter((village) => !isDone(village)).map(villageName);
  const rows = [...byDistrict(batch)].map(([district, villages]) => ({
    district: district === '' ? words.unknownDistrict : district,
    villages: villages.length,
    done: villages.filter(isDone).length,
    rows: villages.reduce((sum, village) => sum + village.rows, 0),
    answered: villages.reduce((sum, village) => sum + village.answered, 0),
  }));
  rows.push({
    district: words.total,
    villages: batch.villages.length,
    done: batch.done,
    rows: batch.rows,
    answered: batch.answered,
  });
  const cell = (text: string): HTMLElement => el('td', { class: 'numeric' }, text);
  const results = Object.entries(batch.results).filter(([, count]) => count > 0);
  return [
    el('h2', {}, words.reportTitle),
    el(
      'p',
      {},
      fill(words.reportDay, {
        day: date(today()),
        n: number(batch.number),
        made: date(batch.made),
        deadline: batch.deadline === '' ? '–' : date(batch.deadline),
      }),
    ),
    el(
      'p',
      {},
      fill(words.answer, {
        done: number(batch.done),
        villages: number(batch.villages.length),
        answered: number(batch.answered),
        rows: number(batch.rows),
      }),
    ),
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', {}, head.district),
          ...[head.villages, head.done, head.rows, head.answered, head.share].map((text) =>
            el('th', { class: 'numeric' }, text),
          ),
        ),
      ),
      el(
        'tbody',
        {},
        ...rows.map((row) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, row.district),
            cell(number(row.villages)),
            cell(number(row.done)),
            cell(number(row.rows)),
            cell(number(row.answered)),
            cell(row.rows === 0 ? '' : percent(row.answered / row.rows)),
          ),
        ),
      ),
    ),
    el('p', {}, results.map(([result, count]) => `${term(words.results, result)} ${number(count)}`).join(', ')),
    el('p', {}, open.length === 0 ? words.allDone : fill(words.reportOpen, { names: open.join(', ') })),
    el('p', { class: 'muted' }, words.reportMeans),
  ];
}

// Minutes as they will print, on the screen. A number is a door where its names are at hand.

import { paperNumber } from '../../i18n/indonesian-words';
import { paperWords as words } from '../../i18n/paper-words';
import { type Child, el } from '../../lib/dom';
import type { Block, Figure, Paper, PaperTable, Run, Signature } from './paper';
import { qrPicture } from './qr';

/** live: whether the numbers are those of the result at hand, so that the names behind them can be opened. */
export function drawPaper(paper: Paper, live: boolean): HTMLElement {
  const draw = (block: Block): HTMLElement => drawBlock(block, live);
  return el(
    'article',
    { class: 'paper', lang: 'id', 'data-testid': 'paper' },
    ...paper.blocks.map(draw),
    el('p', { class: 'paper-foot' }, paper.foot),
  );
}

function drawBlock(block: Block, live: boolean): HTMLElement {
  switch (block.kind) {
    case 'letterhead':
      return el('header', { class: 'letterhead' }, ...block.lines.map((line) => el('p', {}, line)));
    case 'title':
      return el(
        'div',
        { class: 'paper-title' },
        el('h2', {}, block.text),
        block.number !== '' && el('p', {}, `Nomor: ${block.number}`),
      );
    case 'paragraph':
      return el('p', {}, ...runs(block.runs, live));
    case 'heading':
      return el('h3', {}, block.text);
    case 'list':
      return el(block.ordered ? 'ol' : 'ul', {}, ...block.items.map((item) => el('li', {}, ...runs(item, live))));
    case 'table':
      return drawTable(block, live);
    case 'signatures':
      return el('div', { class: 'signatures' }, ...block.blocks.map(drawSignature));
    case 'seal':
      return el(
        'div',
        { class: 'seal' },
        qrPicture(block.link, words.sealTitle),
        el('div', {}, ...block.lines.map((line) => el('p', {}, line))),
      );
    case 'newPage':
      return el('hr', { class: 'new-page' });
  }
}

function runs(parts: readonly Run[], live: boolean): Child[] {
  return parts.map((run) => {
    if (typeof run === 'string') {
      return run;
    }
    return 'strong' in run ? el('b', {}, run.strong) : drawFigure(run, live);
  });
}

/** Marked, so that everybody sees which words nobody has typed. */
function drawFigure({ figure, value, door }: Figure, live: boolean): HTMLElement {
  const text = paperNumber(value);
  const marks = { class: 'figure', 'data-figure': figure, 'data-value': value };
  return live && door !== '' ? el('a', { ...marks, href: door }, text) : el('span', marks, text);
}

function drawTable({ caption, head, numeric, rows }: PaperTable, live: boolean): HTMLElement {
  const side = (i: number): string => (numeric[i] ? 'numeric' : '');
  return el(
    'div',
    { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': caption === '' ? head.join(', ') : caption },
    el(
      'table',
      {},
      caption !== '' && el('caption', {}, caption),
      head.length > 0 &&
        el('thead', {}, el('tr', {}, ...head.map((text, i) => el('th', { scope: 'col', class: side(i) }, text)))),
      el(
        'tbody',
        {},
        ...rows.map((row) =>
          el('tr', {}, ...row.map((cell, i) => el('td', { class: side(i) }, ...runs([cell], live)))),
        ),
      ),
    ),
  );
}

function drawSignature({ above, titles, name, nip, agency, stamp }: Signature): HTMLElement {
  return el(
    'div',
    { class: 'signature' },
    el('p', {}, above === '' ? '\u00a0' : above),
    ...titles.map((title, i) => el('p', {}, i === titles.length - 1 ? `${title},` : title)),
    agency !== '' && el('p', {}, agency),
    el('div', { class: 'sign-here' }, stamp && el('span', { class: 'stamp' }, words.stamp)),
    el('p', { class: 'signer' }, name === '' ? '(……………………………)' : name),
    nip !== '' && el('p', {}, `${words.nip} ${nip}`),
  );
}

// Minutes as they will print, on the screen. A number is a door where its names are at hand.

import { paperNumber } from '../../i18n/indonesian-words';
import { paperWords as words } from '../../i18n/paper-words';
import { type Child, el } from '../../lib/dom';
import { doorAttributes } from '../doors';
import { visitAttributes } from '../verval/visit-doors';
import type { Block, Figure, Paper, PaperDoor, PaperTable, Run, Signature } from './paper';
import { qrPicture } from './qr';

export type OpenDoor = (door: Exclude<PaperDoor, { screen: string }>) => void;

/** open: none where the numbers are not those of the result at hand, so that no names can be opened behind them. */
export function drawPaper(paper: Paper, open: OpenDoor | undefined): HTMLElement {
  const draw = (block: Block): HTMLElement => drawBlock(block, open);
  return el(
    'article',
    { class: 'paper', lang: 'id', 'data-testid': 'paper' },
    ...paper.blocks.map(draw),
    el('p', { class: 'paper-foot' }, paper.foot),
  );
}

function drawBlock(block: Block, open: OpenDoor | undefined): HTMLElement {
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
      return el('p', {}, ...runs(block.runs, open));
    case 'heading':
      return el('h3', {}, block.text);
    case 'list':
      return el(block.ordered ? 'ol' : 'ul', {}, ...block.items.map((item) => el('li', {}, ...runs(item, open))));
    case 'table':
      return drawTable(block, open);
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

function runs(parts: readonly Run[], open: OpenDoor | undefined): Child[] {
  return parts.map((run) => {
    if (typeof run === 'string') {
      return run;
    }
    return 'strong' in run ? el('b', {}, run.strong) : drawFigure(run, open);
  });
}

/** Marked, so that everybody sees which words nobody has typed. */
function drawFigure({ figure, value, door }: Figure, open: OpenDoor | undefined): HTMLElement {
  const text = paperNumber(value);
  const marks = { class: 'figure', 'data-path': figure, 'data-value': value };
  if (!open || !door || value === 0) {
    return el('span', marks, text);
  }
  if ('screen' in door) {
    return el('a', { ...marks, href: door.screen }, text);
  }
  const attributes = 'names' in door ? doorAttributes(value, door.names) : visitAttributes(value, door.visits);
  return el(
    'button',
    { type: 'button', ...marks, class: 'link figure', ...attributes, onclick: () => open(door) },
    text,
  );
}

function drawTable({ caption, head, numeric, rows }: PaperTable, open: OpenDoor | undefined): HTMLElement {
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
          el(
            'tr',
            {},
            ...row.map((cell, i) => el('td', { class: isHash(cell) ? 'hash' : side(i) }, ...runs([cell], open))),
          ),
        ),
      ),
    ),
  );
}

const isHash = (run: Run): boolean => typeof run === 'string' && /^[0-9a-f]{64}$/.test(run);

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

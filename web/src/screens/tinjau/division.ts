// A person whose rows may not belong together: take one row out, or give every row the number of the person it is.

import type { CaseDetail } from '../../engine/review-protocol';
import { fill, number, t, term } from '../../i18n';
import { type Child, el } from '../../lib/dom';
import { rowName } from './sight';

/** The places of rows with the same number, in the order in which the numbers first come. */
export function partsOf(numbers: readonly number[]): number[][] {
  const parts = new Map<number, number[]>();
  numbers.forEach((each, place) => {
    parts.set(each, [...(parts.get(each) ?? []), place]);
  });
  return [...parts.values()];
}

export class Division {
  private readonly numbers: number[];
  private readonly save: HTMLButtonElement;
  readonly hint: HTMLElement;

  /** decide: is given the parts as numbers of rows in the run. */
  constructor(
    private readonly detail: CaseDetail,
    private readonly decide: (parts: number[][]) => void,
  ) {
    const { review } = t();
    this.numbers = detail.rows.map(() => 1);
    this.save = el(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': 'save-division',
        'data-key': 'save-division',
        disabled: true,
        onclick: () => this.submit(this.numbers),
      },
      review.splitSo,
    );
    this.hint = el(
      'div',
      { class: 'division' },
      ...this.suspicions(),
      el('p', { class: 'muted' }, review.splitHint, ' ', this.save),
    );
  }

  /** Under the name of a row: its number, and the way out. */
  control(place: number): Child {
    const { review } = t();
    const row = this.detail.rows[place];
    const name = row ? rowName(row) : '';
    const choice = el(
      'select',
      {
        'aria-label': fill(review.partOf, { row: name }),
        'data-testid': 'part',
        onchange: () => this.choose(place, Number(choice.value)),
      },
      ...this.detail.rows.map((_, i) => el('option', { value: i + 1 }, `${review.part} ${number(i + 1)}`)),
    );
    const out = this.numbers.map((_, i) => (i === place ? 2 : 1));
    return el(
      'span',
      {},
      choice,
      el(
        'button',
        {
          type: 'button',
          class: 'link',
          'data-testid': 'take-out',
          'aria-label': fill(review.takeOutOf, { row: name }),
          onclick: () => this.submit(out),
        },
        review.takeOut,
      ),
    );
  }

  private choose(place: number, part: number): void {
    this.numbers[place] = part;
    this.save.disabled = new Set(this.numbers).size < 2;
  }

  private submit(numbers: readonly number[]): void {
    const { rows } = this.detail;
    const indices = partsOf(numbers).map((part) => part.flatMap((place) => rows[place]?.index ?? []));
    this.decide(indices);
  }

  private suspicions(): HTMLElement[] {
    const { review } = t();
    const { suspicions, weakest, rows } = this.detail;
    const [left, right] = [rows[weakest?.left ?? -1], rows[weakest?.right ?? -1]];
    const words = suspicions.map((code) => term(review.suspicions, code)).join('; ');
    return [
      ...(suspicions.length > 0 ? [el('p', { class: 'suspicious' }, `⚠ ${review.suspicious} ${words}.`)] : []),
      ...(weakest && left && right
        ? [
            el(
              'p',
              { class: 'muted' },
              fill(review.weakest, {
                left: rowName(left),
                right: rowName(right),
                weight: number(weakest.weight, 1),
              }),
            ),
          ]
        : []),
    ];
  }
}

// The parts of the form: a line, several lines, a choice, a table of people.

import { type Child, el } from '../../lib/dom';

export function textField(
  label: string,
  value: string,
  change: (value: string) => void,
  options: { type?: string; id?: string } = {},
): HTMLElement {
  const input = el('input', {
    type: options.type ?? 'text',
    value,
    ...(options.id === undefined ? {} : { 'data-testid': options.id, 'data-key': options.id }),
    oninput: () => change(input.value),
  });
  return el('label', { class: 'field' }, el('span', {}, label), input);
}

/** One item a line. */
export function linesField(
  label: string,
  hint: string,
  items: readonly string[],
  change: (items: string[]) => void,
): HTMLElement {
  const area = el('textarea', {
    rows: Math.min(Math.max(items.length + 1, 2), 8),
    oninput: () => change(area.value.split('\n').filter((line) => line.trim() !== '')),
  });
  area.value = items.join('\n');
  return el('label', { class: 'field' }, el('span', {}, label), area, el('small', { class: 'muted' }, hint));
}

export function choiceField<T extends string>(
  label: string,
  values: readonly T[],
  current: T,
  words: Readonly<Record<T, string>>,
  change: (value: T) => void,
  id?: string,
): HTMLElement {
  const select = el(
    'select',
    {
      ...(id === undefined ? {} : { 'data-testid': id, 'data-key': id }),
      onchange: () => {
        const chosen = values.find((each) => each === select.value);
        if (chosen !== undefined) {
          change(chosen);
        }
      },
    },
    ...values.map((value) => el('option', { value, selected: value === current }, words[value])),
  );
  return el('label', { class: 'field' }, el('span', {}, label), select);
}

export function tick(label: string, checked: boolean, change: (checked: boolean) => void): HTMLElement {
  const box = el('input', { type: 'checkbox', checked, onchange: () => change(box.checked) });
  return el('label', { class: 'inline' }, box, ` ${label}`);
}

/** A part of the form that can be folded away. */
export function group(title: string, open: boolean, ...children: Child[]): HTMLElement {
  return el(
    'details',
    { class: 'form-group', open },
    el('summary', {}, title),
    el('div', { class: 'form-body' }, ...children),
  );
}

/** A list whose items can be added, moved out and edited; an item is drawn by `draw`. */
export function itemList<T>(
  items: readonly T[],
  words: { add: string; remove: string; item: (n: number) => string },
  fresh: T,
  change: (items: T[], redrawn: boolean) => void,
  draw: (item: T, edit: (item: T) => void) => Child[],
): HTMLElement {
  let now = [...items];
  const edit = (i: number, item: T): void => {
    now = now.map((each, k) => (k === i ? item : each));
    change(now, false);
  };
  return el(
    'div',
    { class: 'item-list' },
    ...now.map((item, i) =>
      el(
        'fieldset',
        {},
        el('legend', {}, words.item(i + 1)),
        ...draw(item, (changed) => edit(i, changed)),
        el(
          'button',
          {
            type: 'button',
            class: 'quiet',
            onclick: () =>
              change(
                now.filter((_, k) => k !== i),
                true,
              ),
          },
          words.remove,
        ),
      ),
    ),
    el('button', { type: 'button', class: 'button', onclick: () => change([...now, fresh], true) }, words.add),
  );
}

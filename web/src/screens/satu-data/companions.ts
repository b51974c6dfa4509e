// Who stands in rows of somebody else: whom the person's rows name, and whose rows name the person. Each is a door.

import type { Companion, DataRow, PersonDetail } from '../../engine/protocol';
import { fill, number, t, term } from '../../i18n';
import { display } from '../../i18n/display';
import { type Child, el } from '../../lib/dom';

export function companions(person: PersonDetail, masked: boolean, openPerson: (index: number) => void): HTMLElement[] {
  const { unified } = t();
  const out = person.rows.flatMap((row) =>
    row.companions.map((companion) => companionLine(row, companion, masked, openPerson)),
  );
  const back = person.named.map(({ role, row }) =>
    el(
      'li',
      {},
      `${term(t().terms.roles, role)} · `,
      door(display('name', row.name, masked), () => openPerson(row.person)),
      el('span', { class: 'muted' }, ` · ${place(row)}`),
    ),
  );
  return [
    ...section(unified.companions, out, 'companions'),
    ...section(fill(unified.namedIn, { n: number(back.length) }), back, 'named-in'),
  ];
}

function section(title: string, lines: HTMLElement[], testId: string): HTMLElement[] {
  return lines.length === 0
    ? []
    : [el('h3', {}, title), el('ul', { class: 'companions', 'data-testid': testId }, ...lines)];
}

function companionLine(
  row: DataRow,
  companion: Companion,
  masked: boolean,
  openPerson: (index: number) => void,
): HTMLElement {
  const facts = [
    display('name', companion.name, masked),
    display('nik', companion.nik, masked),
    display('birth_date', companion.birth, masked),
  ].filter((fact) => fact !== '');
  const said = facts.join(' · ');
  const person = companion.person;
  const shown: Child = person === undefined ? said : door(said, () => openPerson(person));
  return el(
    'li',
    {},
    `${term(t().terms.roles, companion.role)} · `,
    shown,
    el('span', { class: 'muted' }, ` · ${person === undefined ? t().unified.companionNowhere : place(row)}`),
  );
}

function place(row: DataRow): string {
  return `${row.source}, ${t().unified.head.row} ${number(row.row)}`;
}

function door(text: string, onclick: () => void): HTMLElement {
  return el('button', { type: 'button', class: 'link', onclick }, text);
}

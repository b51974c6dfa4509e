// The families of both sides under a question: who lives with whom often decides it.

import type { CaseFamily } from '../../engine/review-protocol';
import { fill, t } from '../../i18n';
import { display } from '../../i18n/display';
import { type Child, el } from '../../lib/dom';

type Member = CaseFamily['members'][number];

export function familiesView(families: readonly CaseFamily[], masked: boolean): HTMLElement {
  const { review } = t();
  const known = families.some(({ members }) => members.length > 0);
  return el(
    'section',
    { class: 'review-families' },
    el('h3', {}, review.families),
    known
      ? el('div', { class: 'family-columns' }, ...families.map((family) => familyView(family, masked)))
      : el('p', { class: 'muted' }, review.familiesNone),
  );
}

function familyView({ kk, members }: CaseFamily, masked: boolean): HTMLElement {
  const { review } = t();
  return el(
    'div',
    {},
    el('p', { class: 'muted digits' }, fill(review.familyOf, { kk: display('kk', kk, masked) || '–' })),
    members.length === 0
      ? el('p', { class: 'muted' }, review.alone)
      : el('ul', {}, ...members.map((member) => el('li', {}, ...memberView(member, masked)))),
  );
}

function memberView({ name, relation, birth_date, shared }: Member, masked: boolean): Child[] {
  const facts = [relation.toLowerCase(), display('birth_date', birth_date, masked)].filter((fact) => fact !== '');
  const shown = display('name', name, masked);
  return [
    shared ? el('b', {}, shown) : shown,
    facts.length > 0 && el('span', { class: 'muted' }, ` ${facts.join(', ')}`),
    shared && el('span', { class: 'good' }, ` ✓ ${t().review.shared}`),
  ];
}

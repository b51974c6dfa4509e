// Who decides: asked once, before the first question.

import type { App } from '../../app';
import { fill, t } from '../../i18n';
import { el } from '../../lib/dom';
import type { Author } from '../../state/author';

/** then: what follows once it is known. */
export function authorForm(app: App, then: () => void = () => undefined): HTMLElement {
  const { review } = t();
  const name = el('input', { type: 'text', required: true, autocomplete: 'name', 'data-testid': 'author-name' });
  const capacity = el('input', { type: 'text', autocomplete: 'organization-title', 'data-testid': 'author-capacity' });
  const submit = (event: Event): void => {
    event.preventDefault();
    const by = name.value.trim();
    if (by !== '') {
      app.decisions.setAuthor({ by, capacity: capacity.value.trim() });
      then();
    }
  };
  return el(
    'form',
    { class: 'author-form', onsubmit: submit },
    el('h2', {}, review.who),
    el('p', { class: 'muted' }, review.whoHint),
    el(
      'div',
      { class: 'facts' },
      el('label', { class: 'field' }, el('span', {}, review.whoName), name),
      el('label', { class: 'field' }, el('span', {}, review.whoCapacity), capacity),
    ),
    el('button', { type: 'submit', class: 'button primary', 'data-testid': 'author-start' }, review.whoDone),
  );
}

export function authorLine(app: App, author: Author): HTMLElement {
  const { review } = t();
  const capacity = author.capacity === '' ? '' : `, ${author.capacity}`;
  return el(
    'p',
    { class: 'muted author-line' },
    fill(review.whoIs, { name: author.by, capacity }),
    ' ',
    el(
      'button',
      { type: 'button', class: 'link', 'data-key': 'author', onclick: () => app.decisions.setAuthor(undefined) },
      review.whoChange,
    ),
  );
}

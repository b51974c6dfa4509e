// Why: a reason from a list and a note in free words. Both hold for one answer and are empty again after it.

import { t } from '../../i18n';
import { el } from '../../lib/dom';
import type { Why } from '../../state/decisions';

export class WhyFields {
  private readonly reason = el('select', { 'data-testid': 'reason', 'data-key': 'reason' });
  private readonly note = el('input', { type: 'text', maxlength: 300, 'data-testid': 'note', 'data-key': 'note' });
  readonly element: HTMLElement;

  constructor() {
    const { review } = t();
    this.reason.append(
      el('option', { value: '' }, review.noReason),
      ...Object.entries(review.reasons).map(([code, words]) => el('option', { value: code }, words)),
    );
    this.note.placeholder = review.noteHint;
    this.element = el(
      'div',
      { class: 'why', onkeydown: (event: KeyboardEvent) => this.leave(event) },
      el('label', { class: 'inline' }, `${review.reason} `, this.reason),
      el('label', { class: 'inline grow' }, `${review.note} `, this.note),
    );
  }

  focus(): void {
    this.reason.focus();
  }

  /** What was written; the fields are empty afterwards. */
  take(): Why {
    const why = { reason: this.reason.value, note: this.note.value.trim() };
    this.reason.value = '';
    this.note.value = '';
    return why;
  }

  /** Enter and Escape lead back to the keys of the answers. */
  private leave(event: KeyboardEvent): void {
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      (event.target as HTMLElement).blur();
    }
  }
}

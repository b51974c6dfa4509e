// The random check: pairs drawn at random, judged without knowing what padan thinks, and what that says about the result.

import type { App } from '../../app';
import type { Answer, AuditItem, AuditResult } from '../../engine/review-protocol';
import { errorSentence, fill, number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { answerButtons } from './answer-bar';
import { auditResult } from './audit-result';
import { authorForm } from './author-form';
import { familiesView } from './families';
import { onKeys } from './keys';
import { sightTable } from './sight';
import { WhyFields } from './why';

const kSize = 100;

export function audit(app: App, signal: AbortSignal): HTMLElement {
  const { review } = t();
  const place = el('div');
  app.decisions.store.select(
    (s) => s.author,
    (author) => {
      if (author) {
        void new Check(app, place, signal).goOn();
      } else {
        redraw(place, authorForm(app));
      }
    },
    signal,
  );
  return el('section', {}, el('h2', {}, review.audit), el('p', { class: 'muted' }, review.auditHint), place);
}

class Check {
  private item: AuditItem | undefined;
  private readonly why = new WhyFields();

  constructor(
    private readonly app: App,
    private readonly place: HTMLElement,
    signal: AbortSignal,
  ) {
    const answer = (given: Answer) => (): void => void this.answer(given);
    const keys = { s: answer('same'), b: answer('not_same'), t: answer('unsure'), a: () => this.why.focus() };
    onKeys(keys, signal);
  }

  /** The next pair; its result when there is none left; the beginning when none was drawn. */
  async goOn(): Promise<void> {
    try {
      const { left, item } = await this.app.engine.call('audit.next', {});
      this.item = item ?? undefined;
      if (item) {
        this.show(item, left);
        return;
      }
      const result = await this.app.engine.call('audit.result', {});
      redraw(this.place, ...(result.answers > 0 ? this.finished(result) : []), this.beginning());
    } catch {
      redraw(this.place, this.beginning()); // nothing was drawn since the last run
    }
  }

  private async answer(answer: Answer): Promise<void> {
    const { item } = this;
    if (!item) {
      return;
    }
    this.item = undefined; // one answer a pair, however fast the finger
    await this.attempt(async () => {
      const signature = this.app.decisions.sign(this.why.take());
      await this.app.engine.call('audit.answer', { item: item.item, answer, ...signature });
      this.app.decisions.changed();
      await this.goOn();
    });
  }

  private beginning(): HTMLElement {
    const { review } = t();
    const size = el('input', {
      type: 'number',
      min: 10,
      max: 1000,
      step: 10,
      value: kSize,
      'data-testid': 'audit-size',
    });
    const begin = (event: Event): void => {
      event.preventDefault();
      void this.attempt(async () => {
        await this.app.engine.call('audit.start', { seed: seedOfDay(), size: Number(size.value) });
        await this.goOn();
      });
    };
    return el(
      'form',
      { class: 'export-line', onsubmit: begin },
      el('label', { class: 'inline' }, `${review.auditSize} `, size),
      el('button', { type: 'submit', class: 'button primary', 'data-testid': 'audit-start' }, review.auditStart),
    );
  }

  private show(item: AuditItem, left: number): void {
    const { review } = t();
    const { masked } = this.app.store.state;
    redraw(
      this.place,
      el(
        'div',
        { class: 'question-head' },
        el('h3', {}, review.question),
        el('p', { class: 'review-progress', role: 'status' }, fill(review.auditLeft, { n: number(left) })),
      ),
      el(
        'div',
        { 'data-testid': 'audit-item', 'data-item': item.item },
        sightTable(item, masked),
        familiesView(item.families, masked),
      ),
      el(
        'div',
        { class: 'answer-bar' },
        answerButtons({ words: review.answer, keys: true, answer: (given) => void this.answer(given) }),
        this.why.element,
      ),
    );
  }

  private finished(result: AuditResult): HTMLElement[] {
    return [el('p', { class: 'empty-title' }, t().review.auditDone), auditResult(result)];
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const sentence = errorSentence(error);
      redraw(
        this.place,
        el('p', { class: 'bad', role: 'alert' }, `${sentence.what} ${sentence.act}`),
        this.beginning(),
      );
    }
  }
}

/** Another sample every day; the same one when somebody begins again. */
function seedOfDay(): number {
  return Math.floor(Date.now() / 86_400_000);
}

// The questions of a result, one after the other. The next ones are fetched before they are asked for, and an answer is shown as
// given before the core has taken it: the finger never waits. What the core refuses is taken back and said.

import type { EngineClient } from '../engine/client';
import type { Answer, CaseDetail, Decided, Pattern, ReviewFilter } from '../engine/review-protocol';
import { failureOf } from './actions';
import type { Decisions, Why } from './decisions';
import { type Given, kStart, nextOpen, type ReviewState, withFuture } from './questions';
import { Store } from './store';
import { answered, perAnswer } from './tempo';

const kAhead = 24; // questions known in advance
const kPrefetch = 3; // of which the next ones are here in full
const kMostKept = 60;

interface Step {
  id: number; // of the case
  seq: number | undefined; // once the core has it
}

export class Review {
  readonly store: Store<ReviewState> = new Store(kStart);
  private readonly details = new Map<number, Promise<CaseDetail>>();
  private stack: Step[] = []; // answers of this session, the last at the end
  private settled: Promise<unknown> = Promise.resolve(); // every answer given so far
  private result = 0; // counts results: what comes late from an older one is dropped

  constructor(
    private readonly engine: EngineClient,
    private readonly decisions: Decisions,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Milliseconds that the questions left will take at this officer's pace. */
  get timeLeft(): number {
    return perAnswer(this.store.state.tempo) * this.store.state.fitting;
  }

  /** There is another result, or none: cases have other numbers now. */
  async reset(exists: boolean): Promise<void> {
    this.result += 1;
    this.details.clear();
    this.stack = [];
    const { tempo, filter } = this.store.state;
    this.store.update(() => ({ ...kStart, tempo, filter, phase: exists ? 'loading' : 'none' }));
    if (exists) {
      await this.begin();
    }
  }

  async setFilter(filter: ReviewFilter): Promise<void> {
    await this.settled;
    this.store.update(() => ({
      filter,
      phase: 'loading',
      order: [],
      position: 0,
      detail: undefined,
      answers: new Map(),
    }));
    await this.begin();
  }

  /** Goes to the question before (-1) or after (1), answered or not. */
  async step(by: number): Promise<void> {
    const { order, position } = this.store.state;
    const place = position + by;
    if (place >= 0 && place <= order.length) {
      await this.show(place);
    }
  }

  decide(answer: Answer, why: Why): Promise<void> {
    return this.give(answer, (id) =>
      this.engine.call('review.decide', { case: id, answer, ...this.decisions.sign(why) }),
    );
  }

  /** Rows (by their number in the run) of one part are one person, rows of two parts are two. */
  decideParts(parts: number[][], why: Why): Promise<void> {
    return this.give('parts', () => this.engine.call('review.group', { parts, ...this.decisions.sign(why) }));
  }

  /** Takes back the last answer of this session and shows its question again. */
  async undoLast(): Promise<boolean> {
    await this.settled;
    const last = this.stack[this.stack.length - 1];
    if (last?.seq === undefined) {
      return false;
    }
    await this.takeBack(last.seq);
    const place = this.store.state.order.indexOf(last.id);
    await this.show(place < 0 ? this.store.state.position : place);
    return true;
  }

  /** Patterns are of open questions, of the list that the filter names. */
  get patternFilter(): { source?: string } {
    const { source = '' } = this.store.state.filter;
    return source === '' ? {} : { source };
  }

  /** One answer for all open pairs of a pattern. */
  async decidePattern(pattern: Pattern['pattern'], answer: Answer, why: Why): Promise<void> {
    await this.settled;
    await this.engine.call('review.queue', { from: 0, to: 0, ...this.patternFilter }); // holds for what follows
    const decided = await this.engine.call('review.decide_pattern', { pattern, answer, ...this.decisions.sign(why) });
    this.decisions.took(decided);
    const lastPattern = { seq: decided.seq, decided: decided.decided, answer };
    this.store.update(() => ({ lastPattern }));
    await this.lookAgain();
  }

  async undoPattern(): Promise<void> {
    const { lastPattern } = this.store.state;
    if (lastPattern) {
      await this.undo(lastPattern.seq);
    }
  }

  /** Takes any event back (or an undoing), wherever it was made. */
  async undo(seq: number): Promise<void> {
    await this.settled;
    await this.takeBack(seq);
    this.store.update((s) => (s.lastPattern?.seq === seq ? { lastPattern: undefined } : {}));
    if (this.store.state.phase !== 'none') {
      await this.lookAgain();
    }
  }

  /** Answers of others came in, or a meeting decided. */
  async changedElsewhere(): Promise<void> {
    await this.settled;
    if (this.store.state.phase !== 'none') {
      await this.lookAgain();
    }
  }

  /** Other questions may be open now: the one in sight gives way to the first of them. */
  private async lookAgain(): Promise<void> {
    this.details.clear();
    this.store.update((s) => ({ order: s.order.slice(0, Math.max(0, s.position)) }));
    await this.show(this.store.state.order.length);
  }

  /** Asks anew what is open and where the main numbers lie; the question in sight stays. */
  async refill(): Promise<void> {
    const { result } = this;
    const { filter, order, position, answers } = this.store.state;
    const skipped = order.slice(0, position + 1).filter((each) => !answers.has(each)).length;
    const chosen = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
    const queue = await this.engine.call('review.queue', { from: 0, to: kAhead + skipped, ...chosen });
    if (result === this.result) {
      const coming = queue.cases.map((each) => each.case).filter((each) => !this.store.state.answers.has(each));
      this.store.update((s) => ({
        phase: 'ready',
        order: withFuture(s.order, s.position, coming),
        left: queue.left,
        fitting: queue.total,
        range: queue.range,
        after: queue.after,
      }));
      this.prefetch();
    }
  }

  detailOf(id: number): Promise<CaseDetail> {
    const known = this.details.get(id);
    if (known) {
      return known;
    }
    const [oldest] = this.details.keys();
    if (oldest !== undefined && this.details.size >= kMostKept) {
      this.details.delete(oldest);
    }
    const asked = this.engine.call('review.case', { case: id });
    this.details.set(id, asked);
    asked.catch(() => this.details.delete(id));
    return asked;
  }

  private async begin(): Promise<void> {
    const { result } = this;
    try {
      this.store.update(() => ({ position: -1 })); // nothing is in sight yet
      await this.refill();
      if (result === this.result && this.store.state.order.length > 0) {
        await this.show(0);
      } else if (result === this.result) {
        this.store.update(() => ({ position: 0 }));
      }
    } catch (error) {
      if (result === this.result) {
        this.store.update(() => ({ phase: 'failed', failure: failureOf(error) }));
      }
    }
  }

  private async give(answer: Given, ask: (id: number) => Promise<Decided>): Promise<void> {
    const { order, position, since, answers } = this.store.state;
    const id = order[position];
    if (id === undefined) {
      return;
    }
    const step: Step = { id, seq: undefined };
    const fewer = answers.has(id) ? 0 : 1;
    this.stack.push(step);
    this.note(id, answer);
    this.store.update((s) => ({
      left: Math.max(0, s.left - fewer),
      fitting: Math.max(0, s.fitting - fewer),
      tempo: answered(s.tempo, this.now(), since),
    }));
    const { result } = this;
    const taking = this.settled.then(() => ask(id));
    const ifCurrent = (then: () => void): void => {
      if (result === this.result) {
        then();
      }
    };
    this.settled = taking.then(
      (decided) => ifCurrent(() => this.taken(step, decided)),
      (error: unknown) => ifCurrent(() => void this.refused(step, error)),
    );
    await this.show(nextOpen(order, position, this.store.state.answers));
  }

  private taken(step: Step, decided: Decided): void {
    step.seq = decided.seq;
    this.details.delete(step.id); // it does not know the decision
    this.store.update(() => ({ left: decided.live.questions }));
    this.decisions.took(decided);
    const { order, position } = this.store.state;
    if (order.length - position < kAhead / 2 || this.stack.length % 8 === 0) {
      void this.refill().catch(() => undefined); // the same request fails where it is needed, and is said there
    }
  }

  private async refused(step: Step, error: unknown): Promise<void> {
    this.forget(step);
    this.store.update(() => ({ failure: failureOf(error) }));
    await this.show(this.store.state.order.indexOf(step.id));
  }

  private note(id: number, given: Given): void {
    this.store.update((s) => ({ answers: new Map(s.answers).set(id, given), failure: undefined }));
  }

  private async takeBack(seq: number): Promise<void> {
    await this.decisions.undo(seq);
    for (const step of this.stack.filter((each) => each.seq === seq)) {
      this.forget(step);
    }
    this.store.update((s) => ({ left: this.decisions.store.state.live?.questions ?? s.left }));
  }

  private forget(step: Step): void {
    this.stack = this.stack.filter((each) => each !== step);
    this.details.delete(step.id); // it holds the decision
    this.store.update((s) => {
      const answers = new Map(s.answers);
      return answers.delete(step.id) ? { answers, left: s.left + 1, fitting: s.fitting + 1 } : {};
    });
  }

  private async show(place: number): Promise<void> {
    const { result } = this;
    const id = this.store.state.order[place];
    this.store.update((s) => ({ position: place, detail: s.detail?.case === id ? s.detail : undefined }));
    try {
      if (id === undefined) {
        await this.lookFurther(place);
        return;
      }
      this.prefetch();
      const detail = await this.detailOf(id);
      if (result === this.result && this.store.state.order[this.store.state.position] === id) {
        this.store.update(() => ({ detail, since: this.now() }));
      }
    } catch (error) {
      if (result === this.result) {
        this.store.update(() => ({ failure: failureOf(error) }));
      }
    }
  }

  /** Past the last question that is known: there may be more. */
  private async lookFurther(place: number): Promise<void> {
    this.store.update(() => ({ phase: 'loading' }));
    await this.settled;
    await this.refill();
    if (this.store.state.position === place && this.store.state.order[place] !== undefined) {
      await this.show(place);
    }
  }

  private prefetch(): void {
    const { order, position, answers } = this.store.state;
    let place = position;
    for (let i = 0; i < kPrefetch; ++i) {
      place = nextOpen(order, place, answers);
      const id = order[place];
      if (id !== undefined) {
        this.detailOf(id).catch(() => undefined); // said when it is its turn
      }
    }
  }
}

// Decisions and questions of the fake: every doubtful pair is a question, the log is an array. Enough to walk through the screens.

import type { DataRow } from '../../../web/src/engine/protocol';
import type {
  Answer,
  Case,
  CaseDetail,
  CaseField,
  DecisionKind,
  HistoryEvent,
  LogState,
  Pattern,
  Queue,
} from '../../../web/src/engine/review-protocol';
import type { FakeResult } from './fake-result';

type Args = Record<string, unknown>;

interface Event {
  seq: number;
  at: string;
  by: string;
  capacity: string;
  kind: DecisionKind;
  left?: { source: string; row: number };
  right?: { source: string; row: number };
  undoes?: number;
  group?: number;
  reason?: string;
  note?: string;
}

/** Every fifth question is a person with three rows. */
function isCluster(id: number): boolean {
  return id % 5 === 1;
}

const kShownFields = ['name', 'nik', 'kk', 'birth_date', 'village'] as const;

export class FakeReview {
  static refuse = ''; // a method that fails once, to see what the page says
  private log: Event[] = [];
  private audit: { sample: number[]; answers: Answer[] } | undefined;
  private applied = 0; // events that the result knows

  constructor(private readonly result: () => FakeResult) {}

  answer(method: string, args: Args): unknown {
    if (method === FakeReview.refuse) {
      FakeReview.refuse = '';
      throw { code: 'request.invalid', params: { where: 'case' } };
    }
    const handlers: Record<string, () => unknown> = {
      'decisions.state': () => this.state(),
      'decisions.undo': () => this.undo(args),
      'decisions.history': () => this.history(args),
      'review.queue': () => this.queue(args),
      'review.case': () => this.case(Number(args.case)),
      'review.decide': () => this.decide([Number(args.case)], args.answer as Answer, args),
      'review.group': () => this.group(args),
      'review.patterns': () => this.patterns(),
      'review.decide_pattern': () => this.decidePattern(args),
      'review.handles': () => this.handles(args),
      'review.thresholds': () => ({}),
      'audit.start': () => this.startAudit(Number(args.size)),
      'audit.next': () => this.nextItem(),
      'audit.answer': () => this.answerItem(args),
      'audit.result': () => this.auditResult(),
      'review.options': () => ({ learn_from_decisions: args.learn_from_decisions ?? false }),
    };
    return handlers[method]?.();
  }

  apply(): void {
    this.applied = this.log.length;
  }

  text(): string {
    return this.log.map((event) => `${JSON.stringify(event)}\n`).join('');
  }

  load(text: string): LogState {
    const lines = text.split('\n').filter((line) => line !== '');
    this.log = lines.map((line, i) => {
      try {
        return JSON.parse(line) as Event;
      } catch {
        throw { code: 'decisions.invalid', params: { where: `line ${i + 1}` } };
      }
    });
    return this.state();
  }

  private state(): LogState {
    const inForce = this.log.filter((event) => event.kind !== 'undo' && this.inForce(event)).length;
    return { events: this.log.length, in_force: inForce, lost: 0, pending: this.log.length - this.applied };
  }

  /** An event is out of force when an undoing in force speaks of it or its group. */
  private inForce(event: Event): boolean {
    return !this.log.some(
      (other) => other.kind === 'undo' && other.undoes === (event.group ?? event.seq) && this.inForce(other),
    );
  }

  private isPair(event: Event, left: DataRow, right: DataRow): boolean {
    return (
      event.left?.source === left.source &&
      event.left.row === left.row &&
      event.right?.source === right.source &&
      event.right.row === right.row
    );
  }

  private decisionOf(id: number): Event | undefined {
    const pair = this.result().pairs[id];
    return pair && this.log.find((event) => this.isPair(event, pair.left, pair.right) && this.inForce(event));
  }

  private open(state: unknown): number[] {
    const wanted = state === 'unsure' ? 'unsure' : undefined;
    return this.result()
      .pairs.map((_, id) => id)
      .filter((id) => this.decisionOf(id)?.kind === wanted);
  }

  private queue({ from, to, state }: Args): Queue {
    const fitting = this.open(state);
    const left = this.open('open').length;
    const persons = this.result().persons.length;
    const range = (open: number) => [
      { figure: 'persons' as const, count: persons, low: persons - open, high: persons },
    ];
    return {
      total: fitting.length,
      left,
      cases: fitting.slice(Number(from), Number(to)).map((id) => this.caseOf(id)),
      range: range(left),
      after: range(Math.max(0, left - 50)),
    };
  }

  private caseOf(id: number): Case {
    const pair = this.result().pairs[id];
    if (!pair) throw { code: 'request.invalid', params: { where: 'case' } };
    const { accepted, weight, probability } = pair;
    const cluster = isCluster(id);
    const suspicions = cluster ? ['two_niks', 'weak_link'] : [];
    return {
      case: id,
      kind: cluster ? 'cluster' : 'pair',
      accepted,
      weight,
      probability,
      suspicions,
      change: { persons: 1 },
    };
  }

  private case(id: number): CaseDetail {
    const question = this.caseOf(id);
    const { left, right, steps, weight, probability, prior } = this.result().pair(id);
    const third = this.result().rows.find((row) => row.family === right.family && row !== left && row !== right);
    const rows = isCluster(id) && third ? [left, right, third] : [left, right];
    const fields = kShownFields.map((field): CaseField => {
      const values = rows.map((row) => row[field]);
      const same = values.every((value) => value === values[0]);
      return {
        field,
        values,
        differs: !same,
        parts: values.map((value) => [
          { text: value.slice(0, -1), same: true },
          { text: value.slice(-1), same },
        ]),
      };
    });
    const decision = this.decisionOf(id);
    return {
      ...question,
      weight,
      probability,
      prior,
      steps,
      rows,
      state: decision === undefined ? 'open' : decision.kind === 'unsure' ? 'unsure' : 'done',
      ...(rows.length > 2 ? { weakest: { left: 0, right: 2, weight: 1.2 } } : {}),
      fields,
      damage: left.nik.endsWith('0') ? [{ row: 0, field: 'nik', code: 'nik_last_digit_lost' }] : [],
      evidence: steps.map(({ comparison, level, weight: bits }) => ({
        comparison,
        level,
        bits,
        side: bits > 0 ? 'for' : 'against',
      })),
      families: [left, right].map((row) => this.familyOf(row)),
      links: [{ left: 0, right: 1, weight }],
    };
  }

  private familyOf(row: DataRow): CaseDetail['families'][number] {
    const members = this.result()
      .persons.filter((person) => person.family === row.family && person.index !== row.person)
      .map(({ index, name, birth_date }) => ({
        person: index,
        name,
        relation: 'ANAK',
        birth_date,
        shared: index % 2 === 0,
      }));
    return { person: row.person, family: row.family, id: `K${row.family}`, kk: row.kk, members };
  }

  private decide(cases: number[], kind: Answer, { at, by, capacity, reason, note }: Args): unknown {
    const first = this.log.length + 1;
    for (const id of cases) {
      const { left, right } = this.result().pair(id);
      this.log.push({
        seq: this.log.length + 1,
        at: String(at),
        by: String(by),
        capacity: String(capacity),
        kind,
        left: { source: left.source, row: left.row },
        right: { source: right.source, row: right.row },
        ...(cases.length > 1 ? { group: first } : {}),
        ...(reason === undefined ? {} : { reason: String(reason) }),
        ...(note === undefined ? {} : { note: String(note) }),
      });
    }
    return { seq: first, live: this.live(), next: null, decided: cases.length };
  }

  private undo({ seq, at, by, capacity }: Args): unknown {
    const event = this.log.find((each) => each.seq === seq);
    if (!event || !this.inForce(event)) throw { code: 'request.invalid', params: { where: 'seq' } };
    const undoes = Number(seq);
    const next = this.log.length + 1;
    this.log.push({ seq: next, at: String(at), by: String(by), capacity: String(capacity), kind: 'undo', undoes });
    return { seq: next, live: this.live() };
  }

  private live() {
    const { persons, families } = this.result();
    const questions = this.open('open').length;
    return { persons: persons.length, families: families.length, questions, pending: this.log.length - this.applied };
  }

  private history({ from, to, kind, in_force, search }: Args): { total: number; events: HistoryEvent[] } {
    const named = (row: { source: string; row: number } | undefined) =>
      row && {
        ...row,
        found: true,
        ...this.result().rows.find((each) => each.source === row.source && each.row === row.row),
      };
    const events = this.log
      .filter((event) => event.group === undefined || event.group === event.seq)
      .map((event): HistoryEvent => {
        const [left, right] = [named(event.left), named(event.right)];
        return {
          ...event,
          ...(left ? { left } : {}),
          ...(right ? { right } : {}),
          in_force: this.inForce(event),
          overtaken: false,
          size: this.log.filter((each) => each.group === event.seq).length || 1,
        } as HistoryEvent;
      })
      .filter((event) => kind === undefined || event.kind === kind)
      .filter((event) => in_force === undefined || event.in_force === in_force)
      .filter((event) => search === undefined || JSON.stringify(event).includes(String(search)))
      .reverse();
    return { total: events.length, events: events.slice(Number(from), Number(to)) };
  }

  private patterns(): { total: number; patterns: Pattern[] } {
    const open = this.open('open');
    const levels = { name: 'near', identity: 'few_digits+equal', kk: 'equal', mother: 'missing', rt: 'different' };
    const pattern = { pattern: 7, levels, accepted: open.length, weight: 3.4, probability: 0.82 };
    return open.length === 0
      ? { total: 0, patterns: [] }
      : { total: 1, patterns: [{ ...pattern, cases: open.length, samples: open.slice(0, 5) }] };
  }

  private group(args: Args): unknown {
    const indices = (args.parts as number[][]).flat();
    const pair = this.result().pairs.findIndex(
      ({ left, right }) => indices.includes(left.index) && indices.includes(right.index),
    );
    return this.decide([pair], 'not_same', args);
  }

  private decidePattern(args: Args): unknown {
    return this.decide(this.open('open'), args.answer as Answer, args);
  }

  private startAudit(size: number): unknown {
    const sample = this.result()
      .pairs.map((_, id) => id)
      .slice(0, size);
    this.audit = { sample, answers: [] };
    return { strata: [], total: sample.length };
  }

  private nextItem(): unknown {
    if (!this.audit) throw { code: 'request.invalid', params: { where: 'audit' } };
    const { sample, answers } = this.audit;
    const id = sample[answers.length];
    if (id === undefined) return { left: 0, item: null };
    const { rows, fields, damage, families } = this.case(id);
    return { left: sample.length - answers.length, item: { item: id, rows, fields, damage, families } };
  }

  private answerItem(args: Args): unknown {
    this.audit?.answers.push(args.answer as Answer);
    this.decide([Number(args.item)], args.answer as Answer, args);
    return { seq: this.log.length, left: 0 };
  }

  private auditResult(): unknown {
    const answers = this.audit?.answers ?? [];
    const right = answers.filter((each) => each === 'same').length;
    const share = { value: right / answers.length, low: 0.4, high: 0.99 };
    const stratum = { stratum: 1, accepted: true, pairs: 60, asked: answers.length, same: right, low: 0.4, high: 0.99 };
    return { answers: answers.length, strata: [stratum], precision: share, recall: null };
  }

  private handles({ review, accept }: Args) {
    const { persons, families, pairs } = this.result();
    const [low, high] = [Number(review ?? 2), Number(accept ?? 7)];
    const expected = Math.max(0, 20 - high);
    return {
      review: low,
      accept: high,
      exact: low === 2 && high === 7,
      persons: persons.length + Math.round(high - 7),
      families: families.length,
      review_pairs: Math.round((pairs.length * (high - low)) / 5),
      false_links: { expected, low: expected / 2, high: expected * 2 },
      missed_links: { expected: low + 20, low: low + 18, high: low + 22 },
    };
  }
}

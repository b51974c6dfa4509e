// What is known of the questions of a result, and in which order they come.

import type { Answer, CaseDetail, Range, ReviewFilter } from '../engine/review-protocol';
import type { Failure } from './state';
import { kNoTempo, type Tempo } from './tempo';

export type Given = Answer | 'parts';

export interface ReviewState {
  phase: 'none' | 'loading' | 'ready' | 'failed';
  filter: ReviewFilter;
  order: readonly number[]; // cases seen, the one in sight, and some of those to come
  position: number; // in order
  left: number; // questions still open
  fitting: number; // of those that the filter asks for
  range: readonly Range[];
  after: readonly Range[];
  detail: CaseDetail | undefined; // of the case in sight, once it is here
  answers: ReadonlyMap<number, Given>; // since the filter was set, by case
  tempo: Tempo;
  since: number; // ms, when the question came into view
  failure: Failure | undefined;
  lastPattern: { seq: number; decided: number; answer: Answer } | undefined; // to be undone at once
}

/** Before anything is asked. */
export const kStart: ReviewState = {
  phase: 'none',
  filter: {},
  order: [],
  position: 0,
  left: 0,
  fitting: 0,
  range: [],
  after: [],
  detail: undefined,
  answers: new Map(),
  tempo: kNoTempo,
  since: 0,
  failure: undefined,
  lastPattern: undefined,
};

/** The order once the questions to come are known anew: what was seen stays, the rest is replaced. */
export function withFuture(order: readonly number[], position: number, coming: readonly number[]): number[] {
  const seen = order.slice(0, position + 1);
  return [...seen, ...coming.filter((each) => !seen.includes(each))];
}

/** The place of the next question without an answer; order.length when there is none. */
export function nextOpen(order: readonly number[], position: number, answers: ReadonlyMap<number, unknown>): number {
  const next = order.findIndex((each, place) => place > position && !answers.has(each));
  return next < 0 ? order.length : next;
}

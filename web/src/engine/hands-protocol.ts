// What the page may ask about many hands: the chapter "Many hands" of docs/dev/api.md.

import type { Empty } from './protocol';
import type { Answer, Live, NamedRow, Signature } from './review-protocol';

export type SplitBy = 'hands' | 'district' | 'village';

export interface SplitRequest {
  hands: string[];
  by: SplitBy;
  twice: number; // share of the questions, 0 to 1
  at: string;
}

export interface HandOfSplit {
  hand: number; // from 1
  name: string;
  questions: number;
  twice: number; // of them, those that another hand gets, too
}

export interface Split {
  split: string;
  questions: number;
  twice: number;
  hands: HandOfSplit[];
}

/** The share that is open. */
export interface ShareAbout {
  to: string;
  from: string;
  at: string;
  split: string;
  hand: number;
  hands: number;
  questions: number;
  left: number;
  sources: string[];
}

export interface TakenAnswers {
  split: string;
  hand: number;
  by: string;
  answers: number;
  taken: number;
  known: number; // taken before
  lost: number; // their rows are not in these lists
  live: Live;
}

export interface Agreement {
  hands: { split: string; hand: number; by: string; capacity: string; answers: number }[];
  pairs: { split: string; left: number; right: number; asked: number; agreed: number; kappa: number | null }[];
  asked: number;
  agreed: number;
  kappa: number | null;
}

export interface HandAnswer {
  hand: number;
  seq: number;
  answer: Answer;
  by: string;
  capacity: string;
  at: string;
  reason: string;
  note: string;
  said: { kind: Answer; left: NamedRow; right: NamedRow }[];
}

export interface Disagreement {
  split: string;
  question: number;
  case: number | null; // of the result at hand
  answers: HandAnswer[];
  meeting: HandAnswer | null;
}

type Settled = { split: string; question: number } & Signature;

export interface HandsCalls {
  'hands.split': { args: SplitRequest; value: Split };
  'hands.agreement': { args: Empty; value: Agreement };
  'hands.disagreements': {
    args: { from: number; to: number };
    value: { total: number; open: number; items: Disagreement[] };
  };
  'hands.settle': { args: Settled & ({ like: number } | { answer: Answer }); value: { seq: number; live: Live } };
  'share.close': { args: Empty; value: unknown };
}

/** Calls that leave a locked file. */
export interface LockCalls {
  'hands.seal': { args: { hand: number; passphrase: string; at: string; by: string }; value: { questions: number } };
  'share.answers': { args: { passphrase: string; at: string }; value: { answers: number } };
}

/** Calls that take one. */
export interface UnlockCalls {
  'share.open': { value: ShareAbout };
  'hands.take': { value: TakenAnswers };
}

export type Locked<M extends keyof LockCalls> = LockCalls[M]['value'] & { name: string; blob: Blob };

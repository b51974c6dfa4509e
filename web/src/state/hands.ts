// Many hands: shares of the questions that go out as locked files, the share that came from somebody else, and answers taken back.

import type { EngineClient } from '../engine/client';
import type { Agreement, Disagreement, ShareAbout, Split, SplitRequest, TakenAnswers } from '../engine/hands-protocol';
import type { Answer } from '../engine/review-protocol';
import { failureOf } from './actions';
import type { Decisions } from './decisions';
import { kNoWhy } from './decisions';
import type { Review } from './review';
import { type AppState, type Failure, lastSummary } from './state';
import { Store } from './store';

/** A file of answers that was chosen, and what became of it. */
export interface Arrival {
  file: string;
  taken?: TakenAnswers;
  failure?: Failure;
}

export interface HandsState {
  share: ShareAbout | undefined; // while it is open, its questions are asked
  split: Split | undefined; // the last one made of this result
  arrivals: readonly Arrival[];
  agreement: Agreement | undefined;
  disagreements: readonly Disagreement[];
  open: number; // disagreements that wait for the meeting
}

const kMostListed = 500; // disagreements

export class Hands {
  readonly store: Store<HandsState> = new Store<HandsState>({
    share: undefined,
    split: undefined,
    arrivals: [],
    agreement: undefined,
    disagreements: [],
    open: 0,
  });
  private key: { box: Blob; passphrase: string } | undefined; // of the open share, for an engine that has to be started anew

  constructor(
    private readonly app: Store<AppState>,
    private readonly engine: EngineClient,
    private readonly decisions: Decisions,
    private readonly review: Review,
  ) {}

  get isOpen(): boolean {
    return this.key !== undefined;
  }

  async split(request: SplitRequest): Promise<void> {
    this.store.update(() => ({ split: undefined }));
    const split = await this.engine.call('hands.split', request);
    this.store.update(() => ({ split }));
  }

  seal(hand: number, passphrase: string): Promise<{ name: string; blob: Blob }> {
    const { at, by } = this.decisions.sign(kNoWhy);
    return this.engine.lock('hands.seal', { hand, passphrase, at, by });
  }

  /** Rejects with what is wrong with the file. */
  async openShare(box: Blob, passphrase: string): Promise<void> {
    const share = await this.engine.unlock('share.open', passphrase, box);
    this.key = { box, passphrase };
    this.store.update(() => ({ share }));
    await this.decisions.enterShare(`bagian-${share.split}-${share.hand}`, shareName(share));
    await this.beginAnew(true);
  }

  async closeShare(): Promise<void> {
    await this.engine.call('share.close', {});
    this.key = undefined;
    this.store.update(() => ({ share: undefined }));
    await this.decisions.leaveShare();
    await this.beginAnew(lastSummary(this.app.state.run) !== undefined);
  }

  /** Other questions: a filter that names a list may fit none of them. */
  private beginAnew(exists: boolean): Promise<void> {
    this.review.store.update(() => ({ filter: {} }));
    return this.review.reset(exists);
  }

  /** The answers so far, locked with the passphrase of the share. */
  saveAnswers(): Promise<{ name: string; blob: Blob; answers: number }> {
    const { at } = this.decisions.sign(kNoWhy);
    return this.engine.lock('share.answers', { passphrase: this.key?.passphrase ?? '', at });
  }

  /** The engine was started anew and knows no share. */
  restore(): void {
    if (this.key) {
      void this.engine.unlock('share.open', this.key.passphrase, this.key.box).catch(() => undefined);
    }
  }

  /** Each file by itself: one that cannot be used does not keep the others out. */
  async take(files: readonly File[], passphrase: string): Promise<void> {
    const arrivals: Arrival[] = [];
    for (const file of files) {
      try {
        const taken = await this.engine.unlock('hands.take', passphrase, file);
        this.decisions.took(taken);
        arrivals.push({ file: file.name, taken });
      } catch (error) {
        arrivals.push({ file: file.name, failure: failureOf(error) });
      }
    }
    this.store.update(() => ({ arrivals }));
    await this.review.changedElsewhere();
    await this.refresh();
  }

  /** The meeting decides: as one of the hands did, or otherwise. */
  async settle(of: Disagreement, as: { like: number } | { answer: Answer }, note: string): Promise<void> {
    const { split, question } = of;
    const settled = await this.engine.call('hands.settle', {
      split,
      question,
      ...as,
      ...this.decisions.sign({ reason: '', note }),
    });
    this.decisions.took(settled);
    await this.review.changedElsewhere();
    await this.refresh();
  }

  async unsettle(seq: number): Promise<void> {
    await this.review.undo(seq);
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const agreement = await this.engine.call('hands.agreement', {});
    const { open, items } = await this.engine.call('hands.disagreements', { from: 0, to: kMostListed });
    this.store.update(() => ({ agreement, open, disagreements: items }));
  }

  /** There is another result: its questions were not split yet. */
  forgetSplit(): void {
    this.store.update(() => ({ split: undefined, arrivals: [] }));
  }
}

function shareName({ hand, hands, from }: ShareAbout): string {
  return `bagian ${hand}/${hands}${from === '' ? '' : ` (${from})`}`;
}

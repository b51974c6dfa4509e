// Questions one after the other over the fake core: nothing waits, nothing is lost, everything can be taken back.

import { beforeEach, describe, expect, it } from 'vitest';
import { movedTo } from '../../web/src/components/weight-histogram';
import { EngineClient } from '../../web/src/engine/client';
import { spaced } from '../../web/src/lib/pieces';
import { partsOf } from '../../web/src/screens/tinjau/division';
import { agreementOf, stripOf } from '../../web/src/screens/tinjau/patterns';
import { placeOf } from '../../web/src/screens/tinjau/progress';
import { Decisions, kNoWhy, type Memory } from '../../web/src/state/decisions';
import { type SavedWork, worksFor } from '../../web/src/state/memory';
import { nextOpen, withFuture } from '../../web/src/state/questions';
import { Review } from '../../web/src/state/review';
import { parseRoute } from '../../web/src/state/route';
import { initialState } from '../../web/src/state/state';
import { Store } from '../../web/src/state/store';
import { answered, kNoTempo, perAnswer } from '../../web/src/state/tempo';
import { FakePadan } from './fake/fake-padan';
import { FakeReview } from './fake/fake-review';
import { fakeWorker } from './fake/fake-worker';

const kPairs = 60;
const kHeader = 'NIK,No KK,Nama,Tgl Lahir,JK,Desa';
const line = (nik: string, name: string, i: number): string =>
  `${nik},99990101010${10000 + i},${name},1960-01-${String(1 + (i % 28)).padStart(2, '0')},P,CONTOH`;
const listA = Array.from({ length: kPairs }, (_, i) => line(`99990105116${20000 + i}`, `SITI ${i}`, i));
const listB = Array.from({ length: kPairs }, (_, i) => line('', `SITTI ${i}`, i));
const file = (name: string, rows: readonly string[]): File => new File([`${kHeader}\n${rows.join('\n')}\n`], name);

class TestMemory implements Memory {
  works: SavedWork[] = [];
  saves = 0;
  async all(): Promise<SavedWork[]> {
    return this.works;
  }
  async save(work: SavedWork): Promise<void> {
    this.saves += 1;
    this.works = [work, ...this.works.filter((each) => each.id !== work.id)];
  }
  async forget(id: string): Promise<void> {
    this.works = this.works.filter((each) => each.id !== id);
  }
}

async function matched(memory: TestMemory) {
  const engine = new EngineClient(
    () => fakeWorker(FakePadan),
    () => undefined,
  );
  await engine.addFile(file('a.csv', listA));
  await engine.addFile(file('b.csv', listB));
  const summary = await engine.run(1, '2026-11-24');
  const app = new Store(initialState('id', parseRoute('')));
  app.update(() => ({ run: { phase: 'done', summary, took: 1, workers: 1 } }));
  const decisions = new Decisions(app, engine, memory);
  decisions.setAuthor({ by: 'Rina', capacity: 'pengelola data' });
  let clock = 0;
  const review = new Review(engine, decisions, () => {
    clock += 1000;
    return clock;
  });
  await review.reset(true);
  return { engine, decisions, review };
}

/** Lets messages and answers on their way arrive. */
async function settle(): Promise<void> {
  for (let i = 0; i < 40; ++i) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

describe('a session of questions', () => {
  let memory: TestMemory;
  let parts: Awaited<ReturnType<typeof matched>>;
  beforeEach(async () => {
    memory = new TestMemory();
    parts = await matched(memory);
  });

  it('walks through all of them, each once', async () => {
    const { review } = parts;
    const seen = new Set<number>();
    expect(review.store.state.left).toBe(kPairs);
    for (let i = 0; i < kPairs; ++i) {
      const id = review.store.state.detail?.case;
      expect(id).toBeDefined();
      seen.add(Number(id));
      await review.decide(i % 2 === 0 ? 'same' : 'not_same', kNoWhy);
      if (i % 7 === 0) await settle();
    }
    await settle();
    expect(seen.size).toBe(kPairs);
    expect(review.store.state).toMatchObject({ left: 0, phase: 'ready' });
    expect(placeOf(review.store.state)).toEqual({ place: kPairs, total: kPairs });
  });

  it('shows the next question before the core has taken the answer', async () => {
    const { review, engine } = parts;
    await settle(); // what comes next has been fetched
    const first = review.store.state.detail?.case;
    void review.decide('same', kNoWhy);
    await Promise.resolve();
    await Promise.resolve();
    expect(review.store.state.detail?.case).not.toBe(first);
    expect(review.store.state.detail).toBeDefined();
    expect(review.store.state.answers.get(Number(first))).toBe('same');
    expect(await engine.call('decisions.state', {})).toMatchObject({ events: 1 });
  });

  it('takes the last answers back, one by one, and shows their questions again', async () => {
    const { review, engine } = parts;
    const [first, second] = review.store.state.order;
    await review.decide('same', kNoWhy);
    await review.decide('unsure', kNoWhy);
    expect(await review.undoLast()).toBe(true); // also while the answer is still on its way
    expect(review.store.state.detail?.case).toBe(second);
    expect(await review.undoLast()).toBe(true);
    expect(review.store.state.detail?.case).toBe(first);
    expect(await review.undoLast()).toBe(false);
    await settle();
    expect(review.store.state.answers.size).toBe(0);
    expect(await engine.call('decisions.state', {})).toMatchObject({ events: 4, in_force: 0 });
    expect((await engine.call('review.queue', { from: 0, to: 1 })).left).toBe(kPairs);
  });

  it('says what was refused and asks again', async () => {
    const { review } = parts;
    const first = review.store.state.detail?.case;
    FakeReview.refuse = 'review.decide';
    await review.decide('same', kNoWhy);
    await settle();
    expect(review.store.state.failure?.code).toBe('request.invalid');
    expect(review.store.state.detail?.case).toBe(first);
    expect(review.store.state.left).toBe(kPairs);
    await review.decide('same', kNoWhy);
    await settle();
    expect(review.store.state.failure).toBeUndefined();
    expect(review.store.state.left).toBe(kPairs - 1);
  });

  it('goes back and forth without answering', async () => {
    const { review } = parts;
    const order = review.store.state.order;
    await review.step(-1);
    expect(review.store.state.position).toBe(0);
    await review.step(1);
    await review.step(1);
    expect(review.store.state.detail?.case).toBe(order[2]);
    await review.decide('same', kNoWhy);
    await review.step(-1);
    expect(review.store.state.detail?.case).toBe(order[2]);
    await settle();
    expect(review.store.state.left).toBe(kPairs - 1);
  });

  it('asks again what was not known, when that is wanted', async () => {
    const { review } = parts;
    const first = review.store.state.detail?.case;
    await review.decide('unsure', kNoWhy);
    await review.decide('same', kNoWhy);
    await review.setFilter({ state: 'unsure' });
    expect(review.store.state.detail).toMatchObject({ case: first, state: 'unsure' });
    expect(placeOf(review.store.state)).toEqual({ place: 1, total: 1 });
    await review.undoLast(); // the last of the session, also when another filter is set
    await settle();
    expect(review.store.state.left).toBe(kPairs - 1);
  });

  it('divides the rows of a person', async () => {
    const { review, engine } = parts;
    await review.step(1);
    const { case: id, rows } = review.store.state.detail ?? { case: -1, rows: [] };
    await review.decideParts([[rows[0]?.index ?? -1], [rows[1]?.index ?? -1]], kNoWhy);
    await settle();
    expect(review.store.state.answers.get(id)).toBe('parts');
    expect((await engine.call('decisions.history', { from: 0, to: 9 })).events).toMatchObject([{ kind: 'not_same' }]);
  });

  it('decides a whole pattern once and undoes it once', async () => {
    const { review } = parts;
    await review.decide('unsure', kNoWhy);
    await settle();
    await review.decidePattern(7, 'same', { reason: 'typing', note: '' });
    expect(review.store.state.left).toBe(0);
    expect(review.store.state.lastPattern).toMatchObject({ decided: kPairs - 1, answer: 'same' });
    await review.undoPattern();
    expect(review.store.state.left).toBe(kPairs - 1);
    expect(review.store.state.lastPattern).toBeUndefined();
    expect(review.store.state.detail).toBeDefined();
  });

  it('is kept in the browser and goes on after the tab was killed', async () => {
    const { review } = parts;
    for (let i = 0; i < 5; ++i) {
      await review.decide('same', { reason: 'document', note: 'dicek' });
    }
    await settle();
    expect(memory.works).toHaveLength(1);
    expect(memory.works[0]).toMatchObject({ lists: ['a', 'b'], decisions: 5 });
    expect(memory.works[0]?.log).not.toMatch(/SITI|SITTI|99990105/); // lists and rows, no people

    const later = await matched(memory);
    await later.decisions.refreshSaved();
    const [offered] = later.decisions.offered();
    expect(offered?.decisions).toBe(5);
    expect(await later.decisions.takeUp(offered as SavedWork)).toBe(true);
    expect(later.decisions.offered()).toEqual([]);
    await later.review.reset(true);
    expect(later.review.store.state.left).toBe(kPairs - 5);
    await later.review.decide('same', kNoWhy);
    await settle();
    expect(memory.works.map(({ decisions }) => decisions)).toEqual([6]); // the same work, not a second one
  });

  it('keeps the log at hand when a file is no log', async () => {
    const { review, decisions, engine } = parts;
    await review.decide('same', kNoWhy);
    await settle();
    expect(await decisions.load(new Blob(['{"seq": 1,\n']), 'rusak.jsonl')).toBe(false);
    expect(decisions.store.state.failure).toEqual({
      code: 'decisions.invalid',
      params: { file: 'rusak.jsonl', where: 'line 1' },
    });
    expect(await engine.call('decisions.state', {})).toMatchObject({ events: 1 });
  });
});

describe('the order of questions', () => {
  it('keeps what was seen and replaces what is to come', () => {
    expect(withFuture([4, 2, 9, 7], 1, [7, 2, 5])).toEqual([4, 2, 7, 5]);
    expect(withFuture([], -1, [1, 2])).toEqual([1, 2]);
  });

  it('skips what has an answer', () => {
    const answers = new Map([[2, 'same']]);
    expect(nextOpen([4, 2, 9], 0, answers)).toBe(2);
    expect(nextOpen([4, 2], 0, answers)).toBe(2);
  });
});

describe('the pace', () => {
  it('is the median of what answers took, without the breaks', () => {
    let tempo = kNoTempo;
    const before = perAnswer(tempo);
    expect(before).toBeGreaterThan(0);
    tempo = answered(tempo, 5000, 1000);
    tempo = answered(tempo, 8000, 5000);
    tempo = answered(tempo, 600_000, 8000); // a meeting
    tempo = answered(tempo, 609_000, 600_000);
    expect(tempo.took).toEqual([4000, 3000, 9000]);
    expect(perAnswer(tempo)).toBe(4000);
  });

  it('counts from when the question came into view, not from the answer before', () => {
    const tempo = answered({ last: 1000, took: [] }, 10_000, 8000);
    expect(tempo.took).toEqual([2000]);
  });
});

describe('what is drawn', () => {
  it('a division names its parts in the order in which they come', () => {
    expect(partsOf([1, 2, 1, 3])).toEqual([[0, 2], [1], [3]]);
  });

  it('a pattern tells identity as NIK and birth date', () => {
    expect(stripOf({ identity: 'prefix15+equal', name: 'near' })).toEqual([
      { field: 'nik', level: 'prefix15' },
      { field: 'birth_date', level: 'equal' },
      { field: 'name', level: 'near' },
    ]);
    expect(['equal', 'near', 'different', 'missing', ''].map(agreementOf)).toEqual([
      'good',
      'part',
      'bad',
      'none',
      'none',
    ]);
  });

  it('an identity number keeps its groups through marked pieces', () => {
    const pieces = spaced([
      { text: '320901700860', same: true },
      { text: '000', same: true },
      { text: '2', same: false },
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe('320901 700860 0002');
    expect(pieces[2]).toEqual({ text: '2', same: false });
    expect(spaced([{ text: 'SITI', same: true }])).toEqual([{ text: 'SITI', same: true }]);
  });

  it('the handles stay in the picture and never pass each other', () => {
    const range = { from: -20, to: 20 };
    const now = { review: 2, accept: 7 };
    expect(movedTo(now, 'review', 4.04, range)).toEqual({ review: 4, accept: 7 });
    expect(movedTo(now, 'review', 50, range)).toEqual({ review: 7, accept: 7 });
    expect(movedTo(now, 'accept', -50, range)).toEqual({ review: 2, accept: 2 });
    expect(movedTo(now, 'accept', Infinity, range)).toEqual({ review: 2, accept: 20 });
  });
});

it('offers only works that speak about lists at hand', () => {
  const work = (id: string, lists: string[]): SavedWork => ({ id, lists, decisions: 1, at: 0, log: '' });
  const works = [work('1', ['dtks', 'pbi']), work('2', ['bpnt'])];
  expect(worksFor(works, ['pbi', 'dukcapil']).map(({ id }) => id)).toEqual(['1']);
});

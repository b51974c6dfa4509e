// Client and server of the engine, joined without a browser, over the fake core.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { EngineClient } from '../../web/src/engine/client';
import { Pace } from '../../web/src/engine/pace';
import { type FileHead, kAborted, PadanError } from '../../web/src/engine/protocol';
import { FakePadan } from './fake/fake-padan';
import { fakeWorker } from './fake/fake-worker';

const kLog: string[] = [];

/** Logs what the engine is asked, and fails where a test wants it to. */
class WatchedPadan extends FakePadan {
  static failOn = '';
  static breakOn = '';
  override call(method: string, json: string): string {
    kLog.push(`${method} ${json}`);
    if (method === WatchedPadan.breakOn) throw new Error('memory access out of bounds');
    if (method === WatchedPadan.failOn) return '{"ok":false,"error":{"code":"memory.exhausted"}}';
    return super.call(method, json);
  }
}

function client(onBroken: (message: string) => void = () => undefined): EngineClient {
  return new EngineClient(() => fakeWorker(WatchedPadan), onBroken);
}

const kList = 'NIK,Nama\n9999010511620001,SITI\n9999010511620002,BUDI\n';

afterEach(() => {
  FakePadan.stepMs = 0;
  WatchedPadan.failOn = '';
  WatchedPadan.breakOn = '';
  kLog.length = 0;
});

describe('reading', () => {
  it('feeds a file in slices of 4 MB and reports bytes', async () => {
    const padding = 'x'.repeat(5 << 20);
    const seen: number[] = [];
    const file = new File([`${kList}1,${padding}\n`], 'a.csv');
    const sources = await client().addFile(file, { onProgress: ({ done }) => seen.push(done) });
    expect(sources[0]?.rows).toBe(3);
    expect(seen).toEqual([4 << 20, file.size]);
  });

  it('shows the head of a large file before it is fed, and reads on when there is none', async () => {
    const file = new File([kList, `1,${'x'.repeat(5 << 20)}\n`], 'a.csv');
    const seen: string[] = [];
    const engine = client();
    const reading = {
      onHead: (head: FileHead) => seen.push(`${head.rows[1]?.cells[1]} of ${head.source.file}`),
      onProgress: () => seen.push('fed'),
    };
    await engine.addFile(file, reading);
    expect(seen).toEqual(['SITI of a.csv', 'fed', 'fed']);
    WatchedPadan.failOn = 'head.open';
    await expect(engine.addFile(file, reading)).resolves.toHaveLength(1);
    expect(seen).toHaveLength(5);
  });

  it('turns a refusal into a PadanError and goes on with the next file', async () => {
    const engine = client();
    await expect(engine.addFile(new File([], 'empty.csv'))).rejects.toMatchObject({
      code: 'file.empty',
      params: { file: 'empty.csv' },
    });
    await expect(engine.addFile(new File([kList], 'b.csv'))).resolves.toHaveLength(1);
  });

  it('says so when a file has gone since it was chosen', async () => {
    const file = new File([kList], 'gone.csv');
    file.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) as unknown as Blob;
    await expect(client().addFile(file)).rejects.toMatchObject({
      code: 'file.unreadable',
      params: { file: 'gone.csv' },
    });
  });

  it('makes the sample as files that can be read again', async () => {
    const engine = client();
    const files = await engine.makeSample({ people: 300, seed: 1, errors: 'medium' });
    expect(files.map((file) => file.name)).toContain('dtks_contoh.csv');
    for (const file of files) {
      await expect(engine.addFile(file)).resolves.toHaveLength(1);
    }
  });
});

describe('reading with helpers', () => {
  const padding = `${'x'.repeat(9 << 20)}\n`;
  const list = (name: string): File => new File([`${kList}1,${padding}`], name);
  const asked = (method: string): number => kLog.filter((line) => line.startsWith(method)).length;

  it('takes the files in the order in which they came', async () => {
    const engine = client();
    const seen: number[] = [];
    const files = [list('c.csv'), new File([`${kList}2,SARI\n`], 'a.csv'), list('b.csv')];
    const options = { workers: 2, onProgress: ({ done }: { done: number }) => seen.push(done) };
    const added = await Promise.all(files.map((file) => engine.addFile(file, options)));
    expect(added.map(([source]) => source?.file)).toEqual(['c.csv', 'a.csv', 'b.csv']);
    expect((await engine.call('sources', {})).map(({ file }) => file)).toEqual(['c.csv', 'a.csv', 'b.csv']);
    expect(seen.filter((done) => done === files[0]?.size)).toHaveLength(2);
    expect([asked('file.image'), asked('file.take'), asked('file.close')]).toEqual([3, 3, 0]);
  });

  it('gives them the passwords and what is remembered', async () => {
    const engine = client();
    const readings = [{ shape: '0123456789abcdef', mapping: { NIK: 'nik' } }];
    const options = { workers: 2, passwords: ['a b'], readings };
    const knowledge = JSON.stringify({ passwords: options.passwords, readings });
    await Promise.all(['a.csv', 'b.csv'].map((name) => engine.addFile(list(name), options)));
    expect(kLog.filter((line) => line === `file.image ${knowledge}`)).toHaveLength(2);
    await engine.addFile(list('c.csv'), options);
    expect(kLog).toContain(`file.close ${knowledge}`);
  });

  it('leaves a little to the engine alone', async () => {
    const engine = client();
    await Promise.all(['a.csv', 'b.csv'].map((name) => engine.addFile(new File([kList], name), { workers: 2 })));
    await engine.addFile(list('c.csv'), { workers: 2 });
    expect([asked('file.image'), asked('file.close')]).toEqual([0, 3]);
  });

  it('leaves what a helper cannot read to the engine', async () => {
    const engine = client();
    const names = ['a.csv', 'b.csv', 'c.csv'];
    const files = [...names.map(list), new File([], 'empty.csv')];
    const reading = (): Promise<PromiseSettledResult<unknown>[]> =>
      Promise.allSettled(files.map((file) => engine.addFile(file, { workers: 2 })));
    expect((await reading()).at(-1)).toMatchObject({ reason: { code: 'file.empty', params: { file: 'empty.csv' } } });
    expect(asked('file.take')).toBe(3);
    WatchedPadan.failOn = 'file.part';
    expect((await reading()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
    expect(asked('file.take')).toBe(3);
  });

  it('gives up one file and goes on with the others', async () => {
    const engine = client();
    const abort = new AbortController();
    const given = engine.addFile(list('a.csv'), { workers: 2, signal: abort.signal, onProgress: () => abort.abort() });
    const others = ['b.csv', 'c.csv'].map((name) => engine.addFile(list(name), { workers: 2 }));
    await expect(given).rejects.toMatchObject({ code: kAborted });
    await expect(Promise.all(others)).resolves.toHaveLength(2);
    expect(await engine.call('sources', {})).toHaveLength(2);
  });
});

describe('running', () => {
  async function ready(): Promise<EngineClient> {
    const engine = client();
    for (const file of await engine.makeSample({ people: 300, seed: 1, errors: 'medium' })) {
      await engine.addFile(file);
    }
    return engine;
  }

  it('passes every stage and ends with the summary', async () => {
    const stages = new Set<string>();
    const summary = await (await ready()).run(1, '2026-11-22', { onProgress: ({ stage }) => stages.add(stage) });
    expect(summary.counts.persons).toBeGreaterThan(0);
    expect([...stages]).toEqual(['prepare', 'plan', 'train', 'score', 'cluster', 'families', 'resolve', 'finished']);
  });

  it('lets helpers score partitions, from the end, and gives the same summary', async () => {
    const alone = await (await ready()).run(1, '2026-11-22');
    FakePadan.stepMs = 2;
    const helped = await (await ready()).run(3, '2026-11-22');
    expect(helped).toEqual(alone);
    const put = kLog.filter((line) => line.startsWith('scores.put')).map((line) => line.slice(11));
    expect(put).toHaveLength(8);
    expect(put[0]).toBe('{"partition":7}');
  });

  it('ends well when every helper fails', async () => {
    WatchedPadan.failOn = 'image.load';
    const summary = await (await ready()).run(2, '2026-11-22');
    expect(summary.counts.rows).toBeGreaterThan(0);
    expect(kLog.some((line) => line.startsWith('scores.put'))).toBe(false);
  });

  it('stops when it is cancelled and keeps the files', async () => {
    FakePadan.stepMs = 5;
    const engine = await ready();
    const abort = new AbortController();
    const run = engine.run(1, '2026-11-22', {
      signal: abort.signal,
      onProgress: ({ stage }) => stage === 'score' && abort.abort(),
    });
    await expect(run).rejects.toMatchObject({ code: kAborted });
    expect(kLog.filter((line) => line.startsWith('run.cancel'))).toHaveLength(1);
    expect(await engine.call('sources', {})).toHaveLength(4);
    expect((await engine.run(1, '2026-11-22')).counts.rows).toBeGreaterThan(0);
  });

  it('answers questions between the steps of a run', async () => {
    FakePadan.stepMs = 3;
    const engine = await ready();
    let finished = false;
    const run = engine.run(1, '2026-11-22').then(() => {
      finished = true;
    });
    await engine.call('sources', {});
    expect(finished).toBe(false);
    await run;
  });
});

describe('giving up and breaking', () => {
  it('does not even ask when the signal is aborted already', async () => {
    const engine = client();
    await expect(engine.call('sources', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: kAborted });
    expect(kLog).toEqual([]);
  });

  it('starts a new engine when the old one breaks, and fails what was under way', async () => {
    const onBroken = vi.fn();
    const engine = client(onBroken);
    await engine.addFile(new File([kList], 'a.csv'));
    WatchedPadan.breakOn = 'estimate';
    await expect(engine.call('estimate', {})).rejects.toBeInstanceOf(PadanError);
    expect(onBroken).toHaveBeenCalledOnce();
    WatchedPadan.breakOn = '';
    expect(await engine.call('sources', {})).toEqual([]);
  });

  it('refuses an unknown method with a code', async () => {
    await expect(client().call('nonsense' as 'sources', {})).rejects.toMatchObject({ code: 'request.unknown' });
  });
});

describe('the pace', () => {
  it('comes to about 50 ms a step on slow and quick machines', () => {
    for (const unitsPerMs of [0.05, 3, 400, 90_000]) {
      const pace = new Pace();
      for (let i = 0; i < 20; ++i) {
        pace.took(pace.units / unitsPerMs);
      }
      expect(pace.units / unitsPerMs).toBeGreaterThan(20);
      expect(pace.units / unitsPerMs).toBeLessThan(80);
    }
  });

  it('is not thrown far by one odd step', () => {
    const pace = new Pace();
    const before = pace.units;
    pace.took(60_000);
    expect(pace.units).toBeGreaterThanOrEqual(before / 4);
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { Estimate } from '../../web/src/engine/protocol';
import { formatDoor, parseDoor } from '../../web/src/screens/doors';
import { filtersOf, isFiltered, queryOf } from '../../web/src/screens/satu-data/filters';
import { withFreeName } from '../../web/src/state/actions';
import { excess, memoryOf, workerCount } from '../../web/src/state/cost';
import { loadReadings, saveReadings, withReading } from '../../web/src/state/preferences';
import { formatRoute, parseRoute, withParams } from '../../web/src/state/route';
import { advanced, type RunState } from '../../web/src/state/state';
import { Store } from '../../web/src/state/store';

describe('the address', () => {
  it.each(['#/beranda', '#/berkas?open=3', '#/satu-data?unit=rows&q=SITI+A%26B'])(
    '%s survives a round trip',
    (hash) => {
      expect(formatRoute(parseRoute(hash))).toBe(hash);
    },
  );

  it.each(['', '#', '#/nowhere', '#satu-data-x'])('%s leads home', (hash) => {
    expect(parseRoute(hash).screen).toBe('beranda');
  });

  it('drops empty parameters', () => {
    expect(formatRoute(withParams(parseRoute('#/satu-data?q=A&flag=b'), { q: '' }))).toBe('#/satu-data?flag=b');
  });
});

describe('filters', () => {
  const query = (search: string): unknown => queryOf(filtersOf(parseRoute(`#/satu-data?${search}`)));

  it('ask only for what is chosen', () => {
    expect(query('')).toEqual({ kind: 'persons' });
    expect(query('unit=rows&source=dtks&q=SITI&sort=-name')).toEqual({
      kind: 'rows',
      sources: { any: ['dtks'] },
      search: 'SITI',
      sort: '-name',
    });
    expect(query('lists=2')).toEqual({ kind: 'persons', lists: { min: 2, max: 2 } });
    expect(query('lists=3%2B')).toEqual({ kind: 'persons', lists: { min: 3, max: 1000 } });
    expect(query('unit=nonsense&lists=x')).toEqual({ kind: 'persons' });
  });

  it('know whether anything is chosen', () => {
    expect(isFiltered(filtersOf(parseRoute('#/satu-data?unit=rows&sort=name')))).toBe(false);
    expect(isFiltered(filtersOf(parseRoute('#/satu-data?village=1')))).toBe(true);
  });

  it('open doors whose lists have any name', () => {
    const door = { kind: 'persons' as const, sources: { exact: ['a|b', 'data: x, y'] }, village: 'V' };
    expect(parseDoor(formatDoor(door))).toEqual(door);
    expect(parseDoor('')).toBeUndefined();
    expect(parseDoor('{"kind":"pairs"}')).toBeUndefined();
    expect(parseDoor('other:x')).toBeUndefined();
  });
});

describe('the store', () => {
  it('tells only those whose part changed, until they leave', () => {
    const store = new Store({ a: 1, b: 1 });
    const life = new AbortController();
    const heard = vi.fn();
    store.select((s) => s.a, heard, life.signal);
    store.update(() => ({ b: 2 }));
    store.update((s) => ({ a: s.a + 1 }));
    life.abort();
    store.update(() => ({ a: 9 }));
    expect(heard.mock.calls).toEqual([[1], [2]]);
  });

  it('survives a listener that leaves while others are told', () => {
    const store = new Store({ a: 1 });
    const first = new AbortController();
    const second = vi.fn();
    store.select(
      (s) => s.a,
      (a) => a === 2 && first.abort(),
      first.signal,
    );
    store.select((s) => s.a, second, new AbortController().signal);
    store.update(() => ({ a: 2 }));
    expect(second).toHaveBeenLastCalledWith(2);
  });
});

describe('a run', () => {
  const start: RunState = { phase: 'running', began: 0, stage: 'prepare', stages: {}, cancelling: false };

  it('keeps when each stage began and ended', () => {
    const first = advanced(start, { stage: 'prepare', done: 5, total: 10 }, 100);
    const second = advanced(first, { stage: 'plan', done: 1, total: 4 }, 300);
    expect(second).toMatchObject({
      stage: 'plan',
      stages: { prepare: { began: 100, ended: 300, done: 10 }, plan: { began: 300, done: 1 } },
    });
  });

  it('does not come back to life through a late report', () => {
    expect(advanced({ phase: 'cancelled' }, { stage: 'score', done: 1, total: 2 }, 5)).toEqual({ phase: 'cancelled' });
  });

  const estimate = (lists: number, helper: number): Estimate => ({
    rows: 0,
    pairs: 0,
    rules: [],
    lists: [],
    bytes: { lists, run: 0.5e9, helper },
    ms: { alone: 0, shared: 0 },
  });

  it('takes as many workers as the machine can bear', () => {
    expect(workerCount(2, undefined, undefined)).toBe(2);
    expect(workerCount(16, 8, undefined)).toBe(4);
    expect(workerCount(8, 2, undefined)).toBe(1);
    expect(workerCount(0, undefined, undefined)).toBe(1);
    expect(workerCount(4, 8, estimate(1.5e9, 0.6e9))).toBe(4);
    expect(workerCount(4, 8, estimate(2.5e9, 0.9e9)), 'two helpers would be too many').toBe(2);
    expect(workerCount(4, undefined, estimate(2.5e9, 0.9e9))).toBe(4);
  });

  it('says how much memory a run lacks', () => {
    expect(excess(estimate(2.5e9, 0.6e9), 2, 8)).toBe(0);
    expect(excess(estimate(2.5e9, 0.6e9), 1, 4)).toBeCloseTo(2.75e9 + 0.5e9 - 2.4e9);
    expect(
      excess(estimate(3.5e9, 0.6e9), 2, undefined),
      'an engine has 4 GB whatever the computer has',
    ).toBeGreaterThan(0);
    expect(memoryOf(estimate(1e9, 0.2e9), 3) - memoryOf(estimate(1e9, 0.2e9), 1)).toBeCloseTo(0.4e9);
  });
});

it('gives a second file of one name a name of its own', () => {
  const file = new File(['a'], 'data.desa.csv');
  expect(withFreeName(file, new Set())).toBe(file);
  expect(withFreeName(file, new Set(['data.desa.csv', 'data.desa (2).csv'])).name).toBe('data.desa (3).csv');
});

describe('what is remembered of shapes', () => {
  const reading = (shape: string) => ({ shape, mapping: { NIK: 'nik' } });
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });

  it('holds the latest word first, one of each shape', () => {
    const two = withReading([reading('a'), reading('b')], '', reading('b'));
    expect(two.map(({ shape }) => shape)).toEqual(['b', 'a']);
    expect(withReading(two, 'b', reading('c')).map(({ shape }) => shape)).toEqual(['c', 'a']);
    expect(withReading(two, 'a', undefined)).toEqual([reading('b')]);
  });

  it('comes back as it was kept', () => {
    saveReadings([reading('a'), reading('b')]);
    expect(loadReadings()).toEqual([reading('a'), reading('b')]);
  });

  it.each(['', 'null', '{}', '[1, null, {"shape": 3}]', '[{"shape": "a"}, {"shape": "a", "mapping": {"NIK": 7}}]'])(
    'passes over what is no reading: %s',
    (text) => {
      stored.set('padan.readings', text);
      expect(loadReadings()).toEqual([]);
    },
  );
});

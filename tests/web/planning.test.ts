// Prioritas and Program over the fake core: behind every figure stand as many names as it says, and a trial changes nothing.

import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { App } from '../../web/src/app';
import { EngineClient } from '../../web/src/engine/client';
import type {
  PlaceFilter,
  PrioritySettings,
  ProgrammesAnswer,
  Selection,
} from '../../web/src/engine/planning-protocol';
import { doorTitle, formatDoor, type PlanDoor, parseDoor } from '../../web/src/screens/doors';
import { placeOf } from '../../web/src/screens/plan-parts';
import { reasonText } from '../../web/src/screens/prioritas/columns';
import { Draft } from '../../web/src/screens/prioritas/draft';
import {
  countDoor,
  decileDoor,
  eligibleDoor,
  type Figure,
  figureDoor,
  titleOf,
  unknownDoor,
} from '../../web/src/screens/program/doors';
import { parseRoute } from '../../web/src/state/route';
import { FakePadan } from './fake/fake-padan';
import { kFakePriority } from './fake/fake-planning';
import { fakeWorker } from './fake/fake-worker';

const engine = new EngineClient(
  () => fakeWorker(FakePadan),
  () => undefined,
);

beforeAll(async () => {
  for (const file of await engine.makeSample({ people: 300, seed: 7, errors: 'medium' })) {
    await engine.addFile(file);
  }
  await engine.run(1, '2026-11-22');
});

async function behind(door: PlanDoor): Promise<number> {
  const args = door.args as PlanDoor<'people.open'>['args'];
  const { view, total } = await engine.call(door.method as 'people.open', args);
  const { rows } = await engine.call('view.rows', { view, from: 0, to: 1_000_000 });
  expect(rows).toHaveLength(total);
  return total;
}

const kPlaces: PlaceFilter[] = [{}, { village: 'SUKAMAJU' }];

describe('programmes', () => {
  it.each(kPlaces)('open as many as their figures say, %j', async (place) => {
    const answer: ProgrammesAnswer = await engine.call('programmes', place);
    expect(answer.programmes.map(({ name }) => name)).toEqual(answer.known);
    const figures: Figure[] = ['receivers', 'gone', 'unknown', 'above', 'eligible', 'gap', 'nothing'];
    for (const plan of answer.programmes) {
      for (const figure of plan.ceiling === 0 ? figures.slice(0, 3) : figures) {
        expect(await behind(figureDoor(plan, figure, place, answer.known)), `${plan.name} ${figure}`).toBe(
          plan[figure],
        );
      }
      for (const [decile, count] of plan.by_decile.entries()) {
        expect(await behind(decileDoor(plan, decile, place)), `${plan.name} ${decile}`).toBe(count);
      }
    }
    const [none = 0, ...more] = answer.counts;
    expect(none).toBeGreaterThan(0);
    expect(await behind(countDoor(0, false, place))).toBe(none);
    expect(await behind(countDoor(1, true, place))).toBe(more.reduce((sum, count) => sum + count, 0));
  });

  it('ask nothing of a programme that nobody receives yet, but who might', async () => {
    const plan = (await engine.call('programmes', {})).programmes.find(({ ceiling }) => ceiling > 0);
    const planned = { ...(plan as NonNullable<typeof plan>), name: 'baru', title: '' };
    const { args } = figureDoor(planned, 'gap', {}, ['pkh']);
    expect(args.select.programmes).toEqual({});
    expect(await behind(figureDoor(planned, 'gap', {}, ['pkh']))).toBe(planned.eligible);
    expect(titleOf(planned), 'a code is no name').toBe('BARU');
  });

  it('say of a trial who comes and who goes', async () => {
    const request = { name: 'pkh', ceiling: 4, quota: 20 };
    const tried = await engine.call('programmes.try', request);
    expect(tried.entered + tried.stayed).toBe(tried.targeted);
    expect(tried.left + tried.stayed).toBe(tried.receivers);
    for (const which of ['targeted', 'entered', 'left', 'stayed'] as const) {
      expect((await engine.call('programmes.try.open', { ...request, which })).total).toBe(tried[which]);
    }
    const plan = (await engine.call('programmes', {})).programmes.find(({ name }) => name === 'pkh');
    expect(await behind(eligibleDoor(plan as NonNullable<typeof plan>, 4, {}))).toBe(tried.eligible);
    expect(await behind(unknownDoor(plan as NonNullable<typeof plan>, {}))).toBe(tried.unknown);
  });
});

describe('the ranking', () => {
  it('counts whom it ranks, and who share points share a rank', async () => {
    const figures = await engine.call('priority', { unit: 'persons' });
    const { view, total } = await engine.call('priority.open', { unit: 'persons' });
    expect(figures.total).toBe(total);
    expect(figures.deciles.reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(figures.gone).toBe(await behind(gone('persons')));
    const { rows } = await engine.call('priority.rows', { view, from: 0, to: total });
    for (const [i, row] of rows.entries()) {
      const before = rows[i - 1];
      expect(before === undefined || before.points >= row.points).toBe(true);
      expect(before?.points === row.points).toBe(before?.rank === row.rank);
    }
  });

  it('says why in words, and nothing of what is not known', () => {
    const row = { decile: 2, decile_points: 30, reasons: [{ need: 'sick', points: 20 }] } as never;
    expect(reasonText(row)).toBe('desil 2 (30), sakit menahun (20)');
    expect(reasonText({ decile: null, decile_points: 0, reasons: [] } as never)).toBe('');
  });

  it('adds up to the people by age and sex', async () => {
    const select: Selection = { presence: 'there' };
    const bands = await engine.call('pyramid', { select });
    const sum = bands.reduce((all, { L, P, unknown }) => all + L + P + unknown, 0);
    expect(sum).toBe((await engine.call('priority', { unit: 'persons' })).total);
  });
});

function gone(unit: 'persons' | 'families'): PlanDoor<'people.open'> {
  return { method: 'people.open', args: { unit, select: { presence: 'gone' } }, unit, title: 'gone' };
}

describe('weights that are tried', () => {
  const applySettings = vi.fn(async () => undefined);
  const draft = new Draft({ engine, actions: { applySettings } } as unknown as App);
  const tried = (): PrioritySettings => draft.store.state.tried as PrioritySettings;

  it('are no setting until somebody says so', async () => {
    await draft.load();
    expect(draft.changed).toBe(false);
    draft.setWeight('sick', 99);
    draft.setDecile(0, 5);
    draft.setQuota('families', 200);
    expect([tried().weights.sick, tried().deciles[0], tried().quota]).toEqual([99, 5, { persons: 0, families: 200 }]);
    expect(draft.store.state.inForce).toEqual(kFakePriority);
    expect(draft.changed).toBe(true);
    expect(applySettings).not.toHaveBeenCalled();
  });

  it('survive being asked again, and go at a word', async () => {
    await draft.load();
    expect(tried().weights.sick).toBe(99);
    draft.reset();
    expect(draft.changed).toBe(false);
    draft.setWeight('alone', 1);
    await draft.apply();
    expect(applySettings).toHaveBeenCalledWith({
      priority: { ...kFakePriority, weights: { ...kFakePriority.weights, alone: 1 } },
    });
    expect(draft.changed).toBe(false);
  });
});

describe('doors of planning', () => {
  it('stand in the address, and are nothing when somebody has written them by hand', () => {
    const door = decileDoor({ name: 'pkh', title: 'PKH', unit: 'families' } as never, 0, { village: 'X' });
    expect(parseDoor(formatDoor(door))).toEqual(door);
    expect(parseDoor('{"method":"settings.set","title":"x"}')).toBeUndefined();
    expect(parseDoor('{"method":"people.open"}')).toBeUndefined();
  });

  it('say in words what they count', () => {
    expect(doorTitle({ title: 'age', values: { from: '60', to: '64', sex: 'sex:P' } })).toMatch(/60.*64/);
    expect(doorTitle({ title: 'age', values: { from: '60', to: '64', sex: 'sex:P' } })).not.toMatch(/[{}]|sex:/);
  });

  it('take village, district and lokus from the address', () => {
    expect(placeOf(parseRoute('#/prioritas?district=UTARA&lokus=1'))).toEqual({ district: 'UTARA', lokus: true });
    expect(placeOf(parseRoute('#/program'))).toEqual({});
  });
});

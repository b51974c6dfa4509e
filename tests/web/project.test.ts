// The project of the page: versions survive a tab that was closed, and an engine that broke.

import { describe, expect, it } from 'vitest';
import { EngineClient } from '../../web/src/engine/client';
import { Actions } from '../../web/src/state/actions';
import { Decisions, type Memory } from '../../web/src/state/decisions';
import type { SavedWork } from '../../web/src/state/memory';
import { Minutes } from '../../web/src/state/minutes';
import { fileStem, Project } from '../../web/src/state/project';
import { parseRoute } from '../../web/src/state/route';
import { initialState } from '../../web/src/state/state';
import { Store } from '../../web/src/state/store';
import { FakePadan } from './fake/fake-padan';
import { fakeWorker } from './fake/fake-worker';

class TestMemory implements Memory {
  works: SavedWork[] = [];
  async all(): Promise<SavedWork[]> {
    return this.works;
  }
  async save(work: SavedWork): Promise<void> {
    this.works = [...this.works.filter(({ id }) => id !== work.id), work];
  }
  async forget(id: string): Promise<void> {
    this.works = this.works.filter((work) => work.id !== id);
  }
}

const kList = 'NIK,No KK,Nama,Tgl Lahir,JK,Desa\n9999010511620000,9999010101010000,SITI,1960-01-01,P,CONTOH\n';

async function parts(memory: Memory) {
  const engine = new EngineClient(
    () => fakeWorker(FakePadan),
    () => undefined,
  );
  await engine.addFile(new File([kList], 'a.csv'));
  await engine.run(1, '2026-11-24');
  const app = new Store(initialState('id', parseRoute('')));
  const decisions = new Decisions(app, engine, memory);
  const minutes = new Minutes(engine);
  const project = new Project(engine, new Actions(app, engine), decisions, minutes);
  return { decisions, minutes, project };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

describe('a project', () => {
  it('is kept by the browser once a result is sealed, and goes on in another tab', async () => {
    const memory = new TestMemory();
    const { minutes } = await parts(memory);
    await minutes.freeze('Perencanaan 2027', '2027', { by: 'Rina', capacity: '' });
    await settled();
    const [work] = memory.works;
    expect(work?.project).toBeInstanceOf(Blob);

    const other = await parts(new TestMemory());
    await other.project.resume(work?.project ?? new Blob());
    expect(other.minutes.store.state).toMatchObject({
      versions: [{ name: 'Perencanaan 2027', by: 'Rina' }],
      chosen: { year: '2027' },
    });
  });

  it('comes out of its file with its name, or changes nothing', async () => {
    const { project } = await parts(new TestMemory());
    await project.name({ name: 'Uji', region: 'Kab. Cimandala', meeting: 'Rakor', year: '2027' });
    const file = new File([await project.pack('')], 'rakor.padan');
    const other = (await parts(new TestMemory())).project;
    await expect(other.open(new File(['bukan proyek'], 'x.padan'))).rejects.toMatchObject({
      code: 'config.invalid',
      params: { file: 'x.padan' },
    });
    expect(other.store.state.opened).toBeUndefined();
    await other.open(file);
    expect(other.store.state).toMatchObject({ about: { region: 'Kab. Cimandala' }, opened: { file: 'rakor.padan' } });
  });

  it('gives its file a name that every disk takes', () => {
    const about = { name: '', region: '', meeting: '', year: '' };
    expect(fileStem(about)).toBe('proyek');
    expect(fileStem({ ...about, name: 'Rakor: 7/2', region: 'Kab. Cimandala' })).toBe('Rakor-7-2-Kab-Cimandala');
  });
});

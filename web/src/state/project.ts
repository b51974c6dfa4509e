// The project as a file of the officer's own: what it is called, saving it, opening it again, and the lists it asks for.

import type { EngineClient } from '../engine/client';
import type { OpenedProject, WantedFile } from '../engine/minutes-protocol';
import { PadanError } from '../engine/protocol';
import type { About } from '../engine/settings-protocol';
import type { Actions } from './actions';
import type { Decisions } from './decisions';
import type { Minutes } from './minutes';
import { Store } from './store';

export interface ProjectState {
  about: About;
  wanted: readonly WantedFile[]; // lists that the opened project names
  opened: (OpenedProject & { file: string }) | undefined;
}

const kUnnamed: About = { name: '', region: '', meeting: '', year: '' };

export class Project {
  readonly store: Store<ProjectState> = new Store<ProjectState>({ about: kUnnamed, wanted: [], opened: undefined });

  private kept: Blob | undefined; // for an engine that has to be started anew

  constructor(
    private readonly engine: EngineClient,
    private readonly actions: Actions,
    private readonly decisions: Decisions,
    private readonly minutes: Minutes,
  ) {
    minutes.store.select(
      (s) => s.versions,
      (versions) => versions.length > 0 && void this.keep(),
      new AbortController().signal,
    );
  }

  /** The engine was started anew and knows no project. */
  async restore(): Promise<void> {
    try {
      if (this.kept) {
        await this.engine.unpackProject(this.kept, '');
      }
      await this.engine.call('settings.set', { about: this.store.state.about });
      await this.minutes.save();
    } catch {
      // it broke again: the next one is told
    }
  }

  /** Goes on with a project that the browser kept; the log beside it is younger and comes afterwards. */
  async resume(kept: Blob): Promise<void> {
    await this.engine.unpackProject(kept, '');
    const { about } = await this.engine.call('settings', {});
    this.store.update(() => ({ about }));
    await this.actions.followProject();
    await this.minutes.refresh();
  }

  private async keep(): Promise<void> {
    this.kept = await this.engine.packProject('').catch(() => this.kept);
    if (this.kept) {
      await this.decisions.keepProject(this.kept);
    }
  }

  async name(about: About): Promise<void> {
    this.store.update(() => ({ about }));
    await this.engine.call('settings.set', { about });
    await this.keep();
  }

  /** The bytes of the project file; locked where there is a passphrase. */
  async pack(passphrase: string): Promise<Blob> {
    await this.minutes.save();
    return this.engine.packProject(passphrase);
  }

  /** Throws what the core refuses, `file.encrypted` where a passphrase is wanted: then nothing has changed. */
  async open(file: File, passphrase = ''): Promise<void> {
    try {
      const opened = await this.engine.unpackProject(file, passphrase);
      this.store.update(() => ({ opened: { ...opened, file: file.name } }));
    } catch (error) {
      throw error instanceof PadanError ? new PadanError(error.code, { ...error.params, file: file.name }) : error;
    }
    const { about } = await this.engine.call('settings', {});
    this.store.update(() => ({ about }));
    await this.actions.followProject();
    await this.decisions.replaced();
    await this.minutes.refresh();
    await this.refreshWanted();
    await this.keep();
  }

  /** Whether the lists at hand are those of the project. */
  async refreshWanted(): Promise<void> {
    if (this.store.state.opened) {
      const wanted = await this.engine.call('project.files', {});
      this.store.update(() => ({ wanted }));
    }
  }
}

/** "Kab. Cimandala – Rakor Nov" as a name for a file. */
export function fileStem({ name, region }: About): string {
  const words = [name, region].filter((each) => each !== '').join(' ');
  const stem = words.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return stem === '' ? 'proyek' : stem.slice(0, 60);
}

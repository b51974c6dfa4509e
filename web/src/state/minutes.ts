// Sealed versions of the result, and the minutes that state their numbers. The versions themselves are the engine's.

import type { EngineClient } from '../engine/client';
import type { SealedFile, Version, VersionDetail } from '../engine/minutes-protocol';
import type { AuthorityRule } from '../engine/unified-protocol';
import { failureOf } from './actions';
import type { Author } from './author';
import { type MinutesDraft, readDraft } from './minutes-draft';
import { startDraft } from './minutes-presets';
import type { Failure } from './state';
import { Store } from './store';

export interface MinutesState {
  draft: MinutesDraft;
  versions: readonly Version[];
  chosen: VersionDetail | undefined; // whose numbers the minutes state
  authority: readonly AuthorityRule[]; // in force now, for minutes of a result that is not sealed yet
  sealing: number | undefined; // share that is done, while a result is sealed
  current: string; // seal of the result at hand; empty while it is not sealed
  failure: Failure | undefined;
}

const kWriteAfter = 400; // ms without another key

export class Minutes {
  readonly store: Store<MinutesState> = new Store<MinutesState>({
    draft: startDraft('tkpkd'),
    versions: [],
    chosen: undefined,
    authority: [],
    sealing: undefined,
    current: '',
    failure: undefined,
  });
  private writing: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly engine: EngineClient) {}

  /** The draft goes into the project a moment after the last change. */
  write(draft: MinutesDraft): void {
    this.store.update(() => ({ draft }));
    clearTimeout(this.writing);
    this.writing = setTimeout(() => void this.save(), kWriteAfter);
  }

  /** What has been written is in the engine afterwards. */
  async save(): Promise<void> {
    clearTimeout(this.writing);
    await this.engine.call('settings.set', { minutes: this.store.state.draft }).catch((error) => this.fail(error));
  }

  /** After a project was opened: its draft and its versions. */
  async refresh(): Promise<void> {
    try {
      const { minutes } = await this.engine.call('settings', {});
      const versions = await this.engine.call('versions', {});
      this.store.update(() => ({ draft: readDraft(minutes, startDraft('tkpkd')), versions, chosen: undefined }));
      if (versions.length > 0) {
        await this.choose(versions.length - 1);
      }
    } catch (error) {
      this.fail(error);
    }
  }

  /** Who decides what may have been changed on another screen. */
  async refreshAuthority(): Promise<void> {
    try {
      const authority = await this.engine.call('authority.in_force', {});
      this.store.update(() => ({ authority }));
    } catch (error) {
      this.fail(error);
    }
  }

  /** Another result, or none: what was sealed is no longer the one at hand. */
  resultChanged(): void {
    this.store.update(() => ({ current: '', failure: undefined }));
  }

  async choose(version: number): Promise<void> {
    const chosen = await this.engine.call('versions.figures', { version });
    this.store.update(() => ({ chosen }));
  }

  /** Seals the result at hand and keeps it as a version. */
  async freeze(name: string, year: string, { by, capacity }: Author): Promise<void> {
    await this.guarded(async () => {
      const { seal } = await this.seal(false);
      const at = new Date().toISOString();
      const { version } = await this.engine.call('versions.freeze', { name, year, at, by, capacity });
      const versions = await this.engine.call('versions', {});
      this.store.update(() => ({ versions, current: seal }));
      await this.choose(version);
    });
  }

  /** All files of the sealed result at hand; nothing where it could not be sealed. */
  async sealedFiles(): Promise<SealedFile[] | undefined> {
    let files: SealedFile[] | undefined;
    await this.guarded(async () => {
      ({ files } = await this.seal(true));
    });
    return files;
  }

  async drop(version: number): Promise<void> {
    await this.engine.call('versions.drop', { version });
    await this.refresh();
  }

  private seal(keep: boolean): ReturnType<EngineClient['seal']> {
    return this.engine.seal(keep, {
      onProgress: ({ done, total }) => this.store.update(() => ({ sealing: done / Math.max(total, 1) })),
    });
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    this.store.update(() => ({ sealing: 0, failure: undefined }));
    try {
      await work();
    } catch (error) {
      this.fail(error);
    } finally {
      this.store.update(() => ({ sealing: undefined }));
    }
  }

  private fail(error: unknown): void {
    this.store.update(() => ({ failure: failureOf(error) }));
  }
}

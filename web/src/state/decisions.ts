// The log of decisions as the page sees it: who decides, what the result is with them, and the copy kept in the browser.
// The log itself is the core's; after every change its text is put into the browser's memory (memory.ts).

import type { EngineClient } from '../engine/client';
import { PadanError } from '../engine/protocol';
import type { Decided, Live, LogState, Signature } from '../engine/review-protocol';
import { failureOf } from './actions';
import { type Author, loadAuthor, saveAuthor } from './author';
import { forgetWork, type SavedWork, savedWorks, saveWork, worksFor } from './memory';
import { type AppState, type Failure, lastSummary, readySources } from './state';
import { Store } from './store';

export interface Why {
  reason: string; // a code of the page, or nothing
  note: string;
}

export const kNoWhy: Why = { reason: '', note: '' };

export interface DecisionsState {
  author: Author | undefined;
  log: LogState;
  live: Live | undefined; // since the last run, once something was decided
  version: number; // another one after every change of the log
  saved: readonly SavedWork[]; // works in the browser, except the one at hand
  remembers: boolean; // whether the browser lets padan keep anything
  failure: Failure | undefined; // of the last thing asked of the log
}

const kEmpty: LogState = { events: 0, in_force: 0, lost: 0, pending: 0 };

/** What the browser keeps; replaced in tests. */
export interface Memory {
  all(): Promise<SavedWork[]>;
  save(work: SavedWork): Promise<void>;
  forget(id: string): Promise<void>;
}

const kBrowser: Memory = { all: savedWorks, save: saveWork, forget: forgetWork };

export class Decisions {
  readonly store: Store<DecisionsState> = new Store<DecisionsState>({
    author: loadAuthor(),
    log: kEmpty,
    live: undefined,
    version: 0,
    saved: [],
    remembers: true,
    failure: undefined,
  });
  private work = newId(); // under which the browser keeps the log at hand
  private text = ''; // of the log at hand, for an engine that has to be started anew
  private outside: { work: string; text: string; log: LogState; lost: boolean } | undefined; // the project behind an open share
  private named: readonly string[] | undefined; // what the work at hand is called where no lists are
  private project: Blob | undefined; // kept beside the log
  private saving: Promise<void> | undefined;
  private again = false; // something changed while it was being saved

  constructor(
    private readonly app: Store<AppState>,
    private readonly engine: EngineClient,
    private readonly memory: Memory = kBrowser,
  ) {}

  setAuthor(author: Author | undefined): void {
    if (author) {
      saveAuthor(author);
    }
    this.store.update(() => ({ author }));
  }

  sign(why: Why): Signature {
    const { by, capacity } = this.store.state.author ?? { by: '', capacity: '' };
    const reason = why.reason === '' ? {} : { reason: why.reason };
    const note = why.note === '' ? {} : { note: why.note };
    return { at: new Date().toISOString(), by, capacity, ...reason, ...note };
  }

  /** To be told of every answer that the core took. */
  took({ live }: Pick<Decided, 'live'>): void {
    this.store.update(() => ({ live }));
    this.changed();
  }

  /** The log has grown. */
  changed(): void {
    this.store.update(({ version }) => ({ version: version + 1, failure: undefined }));
    void this.count();
    void this.remember();
  }

  /** Takes an event and its group out of force, or, when it was an undoing, back into it. */
  async undo(seq: number): Promise<void> {
    const { live } = await this.engine.call('decisions.undo', { seq, ...this.sign(kNoWhy) });
    this.store.update(() => ({ live }));
    this.changed();
  }

  /** Puts a file in the place of the log at hand. Whether it was taken; if not, state.failure says why. */
  async load(log: Blob, file: string): Promise<boolean> {
    try {
      const state = await this.engine.loadDecisions(log);
      this.text = await log.text();
      this.store.update(({ version }) => ({ log: state, live: undefined, version: version + 1, failure: undefined }));
      void this.remember();
      return true;
    } catch (error) {
      const { code, params } = failureOf(error);
      this.store.update(() => ({ failure: { code, params: { file, ...params } } }));
      return false;
    }
  }

  /** The project file as it is now: the browser keeps it beside the log. */
  keepProject(project: Blob): Promise<void> {
    this.project = project;
    return this.remember();
  }

  /** The engine has another log now: that of a project that was opened. */
  async replaced(): Promise<void> {
    this.work = newId();
    this.store.update(({ version }) => ({ live: undefined, version: version + 1, failure: undefined }));
    await this.count();
    if (this.store.state.log.events > 0) {
      await this.remember();
    }
  }

  /** Goes on with a work that the browser kept. */
  async takeUp(work: SavedWork): Promise<boolean> {
    const before = this.work;
    this.work = work.id;
    const taken = await this.load(new Blob([work.log]), work.lists.join(', '));
    if (!taken) {
      this.work = before;
    }
    await this.refreshSaved();
    return taken;
  }

  /** The log at hand is from now on that of a share; answers that the browser kept of it go on. */
  async enterShare(id: string, name: string): Promise<void> {
    await this.saving;
    this.outside ??= { work: this.work, text: this.text, log: this.store.state.log, lost: false };
    this.work = id;
    this.text = '';
    this.named = [name];
    const kept = await this.memory.all().then(
      (works) => works.find((work) => work.id === id),
      () => undefined,
    );
    if (kept && (await this.load(new Blob([kept.log]), name))) {
      await this.refreshSaved();
      return;
    }
    this.store.update(({ version }) => ({ log: kEmpty, live: undefined, version: version + 1, failure: undefined }));
  }

  /** Back to the project's own log. */
  async leaveShare(): Promise<void> {
    await this.saving;
    if (this.outside) {
      const { work, text, log, lost } = this.outside;
      Object.assign(this, { work, text, outside: undefined, named: undefined });
      this.store.update(({ version }) => ({ log, live: undefined, version: version + 1, failure: undefined }));
      if (lost) {
        this.restore();
      }
      await this.refreshSaved();
      await this.count();
    }
  }

  async forget(id: string): Promise<void> {
    await this.memory.forget(id).catch(() => undefined);
    await this.refreshSaved();
  }

  /** Works of the browser that speak about lists that are open now; none while decisions are at hand already. */
  offered(): SavedWork[] {
    const { saved, log } = this.store.state;
    return log.events > 0 ? [] : worksFor(saved, this.lists());
  }

  async refreshSaved(): Promise<void> {
    try {
      const saved = (await this.memory.all()).filter((work) => work.id !== this.work || this.text === '');
      this.store.update(() => ({ saved, remembers: true }));
    } catch {
      this.store.update(() => ({ saved: [], remembers: false }));
    }
  }

  /** After a run: what the log means for these lists. */
  refresh(): Promise<void> {
    this.store.update(() => ({ live: undefined }));
    return this.count();
  }

  private async count(): Promise<void> {
    try {
      const log = await this.engine.call('decisions.state', {});
      this.store.update(() => ({ log }));
    } catch (error) {
      this.store.update(() => ({ failure: failureOf(error) }));
    }
  }

  /** The engine was started anew and knows no log. */
  restore(): void {
    if (this.outside) {
      this.outside.lost = true; // loaded when the share is closed
    }
    if (this.text !== '') {
      void this.engine.loadDecisions(new Blob([this.text])).catch(() => undefined);
    }
  }

  /** One after the other; what changes meanwhile is saved once more afterwards. */
  private remember(): Promise<void> {
    this.again = true;
    this.saving ??= this.saveWhileChanging().finally(() => {
      this.saving = undefined;
    });
    return this.saving;
  }

  private async saveWhileChanging(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        this.text = await (await this.engine.saveDecisions()).text();
        const decisions = this.text.split('\n').length - 1;
        const project = this.project ? { project: this.project } : {};
        await this.memory.save({
          id: this.work,
          lists: this.lists(),
          decisions,
          at: Date.now(),
          log: this.text,
          ...project,
        });
        this.store.update(() => ({ remembers: true }));
      } catch (error) {
        if (!(error instanceof PadanError)) {
          this.store.update(() => ({ remembers: false })); // the browser forbids it, or has no room
        }
      }
    }
  }

  private lists(): string[] {
    const { run, files } = this.app.state;
    if (this.named) {
      return [...this.named];
    }
    return (
      lastSummary(run)?.sources.flatMap(({ name, files }) => files ?? [name]) ??
      readySources(files).map(({ name }) => name)
    );
  }
}

function newId(): string {
  return `${Date.now().toString(36)}-${Math.floor(Math.random() * 1e9).toString(36)}`;
}

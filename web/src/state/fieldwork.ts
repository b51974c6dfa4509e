// Batches of worksheets as the page sees them. They are the core's, and go into the project with everything else.

import type { EngineClient } from '../engine/client';
import type { BoardBatch, Intake, WrittenWorksheets } from '../engine/fieldwork-protocol';
import { today } from '../lib/today';
import { Store } from './store';

export interface FieldworkState {
  batches: readonly BoardBatch[];
  intake: Intake | undefined; // of the files that were dropped last
  made: WrittenWorksheets | undefined; // that went out last
}

export class Fieldwork {
  readonly store: Store<FieldworkState> = new Store<FieldworkState>({
    batches: [],
    intake: undefined,
    made: undefined,
  });

  private kept: object | undefined; // the section of the project, for an engine that has to be started anew

  constructor(private readonly engine: EngineClient) {}

  get last(): BoardBatch | undefined {
    return this.store.state.batches.at(-1);
  }

  /** Asks the core again; what it does not answer stays as it was. */
  async refresh(): Promise<void> {
    const { batches } = await this.engine.call('fieldwork.board', { today: today() });
    this.store.update(() => ({ batches }));
  }

  /** Something has gone out or come back: the board again, and what would be lost with the engine. */
  async changed(): Promise<void> {
    const { fieldwork } = await this.engine.call('project', {});
    this.kept = fieldwork;
    await this.refresh();
  }

  /** The engine was started anew and knows no batches. */
  async restore(): Promise<void> {
    if (this.kept) {
      await this.engine.call('settings.set', { fieldwork: this.kept }).catch(() => undefined); // it broke again: the next one is told
      await this.refresh();
    }
  }

  made(made: WrittenWorksheets): void {
    this.store.update(() => ({ made }));
  }

  took(intake: Intake | undefined): void {
    this.store.update(() => ({ intake }));
  }
}

// Weights that are being tried: they live as long as the page, and become the project's when the officer says so.

import type { App } from '../../app';
import type { Need, PlanUnit, PrioritySettings } from '../../engine/planning-protocol';
import { Store } from '../../state/store';

export interface DraftState {
  inForce: PrioritySettings | undefined; // until the core has told
  tried: PrioritySettings | undefined;
}

export class Draft {
  readonly store = new Store<DraftState>({ inForce: undefined, tried: undefined });

  constructor(private readonly app: App) {}

  /** What is in force; a trial that was begun stays. */
  async load(): Promise<void> {
    const { priority } = await this.app.engine.call('settings', {});
    this.store.update(({ tried }) => ({ inForce: priority, tried: tried ?? priority }));
  }

  change(part: Partial<PrioritySettings>): void {
    this.store.update(({ tried }) => (tried ? { tried: { ...tried, ...part } } : {}));
  }

  setWeight(need: Need, points: number): void {
    const { tried } = this.store.state;
    if (tried) {
      this.change({ weights: { ...tried.weights, [need]: points } });
    }
  }

  setDecile(at: number, points: number): void {
    const { tried } = this.store.state;
    if (tried) {
      this.change({ deciles: tried.deciles.map((each, i) => (i === at ? points : each)) });
    }
  }

  setQuota(unit: PlanUnit, quota: number): void {
    const { tried } = this.store.state;
    if (tried) {
      this.change({ quota: { ...tried.quota, [unit]: quota } });
    }
  }

  get changed(): boolean {
    const { inForce, tried } = this.store.state;
    return JSON.stringify(inForce) !== JSON.stringify(tried);
  }

  reset(): void {
    this.store.update(({ inForce }) => ({ tried: inForce }));
  }

  async apply(): Promise<void> {
    const { tried } = this.store.state;
    if (tried) {
      await this.app.actions.applySettings({ priority: tried });
      this.store.update(() => ({ inForce: tried }));
    }
  }
}

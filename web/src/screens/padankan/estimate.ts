import type { AppState } from '../../state/state';

/** Milliseconds that matching will take on this machine; undefined while it is not known. */
export function estimatedTime(state: AppState): number | undefined {
  return state.estimate && state.unitsPerMs ? state.estimate.work_units / state.unitsPerMs : undefined;
}

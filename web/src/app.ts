// What a screen is given: the state, the engine to look things up in, and the actions.

import type { EngineClient } from './engine/client';
import type { Actions } from './state/actions';
import type { Decisions } from './state/decisions';
import type { Fieldwork } from './state/fieldwork';
import type { Hands } from './state/hands';
import type { Minutes } from './state/minutes';
import type { Project } from './state/project';
import type { Review } from './state/review';
import type { AppState } from './state/state';
import type { Store } from './state/store';

export interface App {
  store: Store<AppState>;
  engine: EngineClient;
  actions: Actions;
  decisions: Decisions;
  review: Review;
  hands: Hands;
  fieldwork: Fieldwork;
  minutes: Minutes;
  project: Project;
  /** A second engine, for a check that leaves the work at hand alone; whoever asks for it stops it. */
  freshEngine: () => EngineClient;
}

/** Draws itself into root and follows the state until the signal aborts. */
export type Screen = (root: HTMLElement, app: App, signal: AbortSignal) => void;

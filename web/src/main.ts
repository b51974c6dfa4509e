// Wiring only.

import './styles/index.css';
import { EngineClient } from './engine/client';
import EngineWorker from './engine/worker.ts?worker&inline';
import { mountFrame } from './frame/frame';
import { setLanguage } from './i18n';
import { Actions } from './state/actions';
import { Decisions } from './state/decisions';
import { Fieldwork } from './state/fieldwork';
import { Hands } from './state/hands';
import { Minutes } from './state/minutes';
import { loadLanguage, loadReadings } from './state/preferences';
import { Project } from './state/project';
import { Review } from './state/review';
import { parseRoute } from './state/route';
import { initialState, lastSummary } from './state/state';
import { Store } from './state/store';

const language = loadLanguage();
setLanguage(language);
document.documentElement.lang = language;

const store = new Store(initialState(language, parseRoute(location.hash), loadReadings()));
const engine: EngineClient = new EngineClient(
  () => new EngineWorker(),
  () => {
    hands.restore();
    void project.restore().then(() => fieldwork.restore());
    decisions.restore();
    actions.recover();
  },
);
const actions = new Actions(store, engine);
const decisions = new Decisions(store, engine);
const review = new Review(engine, decisions);
const hands = new Hands(store, engine, decisions, review);
const fieldwork = new Fieldwork(engine);
const minutes: Minutes = new Minutes(engine);
const project: Project = new Project(engine, actions, decisions, minutes);
const freshEngine = (): EngineClient =>
  new EngineClient(
    () => new EngineWorker(),
    () => undefined,
  );
const forever = new AbortController().signal;
store.select(
  (s) => lastSummary(s.run),
  (summary) => {
    hands.forgetSplit();
    if (!hands.isOpen) {
      void review.reset(summary !== undefined);
    }
    void fieldwork.refresh();
    minutes.resultChanged();
    if (summary) {
      void decisions.refresh();
    }
  },
  forever,
);
store.select(
  (s) => s.files,
  () => void project.refreshWanted(),
  forever,
);
void decisions.refreshSaved();
window.addEventListener('hashchange', () => actions.hashChanged());

const root = document.getElementById('app');
if (root) {
  mountFrame(root, {
    store,
    engine,
    actions,
    decisions,
    review,
    hands,
    fieldwork,
    minutes,
    project,
    freshEngine,
  });
}

if (import.meta.env.MODE === 'hosted' && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('./sw.js').catch(() => undefined); // without it padan works all the same, online
}

// Wiring only.

import './styles/index.css';
import { EngineClient } from './engine/client';
import EngineWorker from './engine/worker.ts?worker&inline';
import { mountFrame } from './frame/frame';
import { setLanguage } from './i18n';
import { Actions } from './state/actions';
import { loadLanguage, loadReadings } from './state/preferences';
import { parseRoute } from './state/route';
import { initialState } from './state/state';
import { Store } from './state/store';

const language = loadLanguage();
setLanguage(language);
document.documentElement.lang = language;

const store = new Store(initialState(language, parseRoute(location.hash), loadReadings()));
const engine: EngineClient = new EngineClient(
  () => new EngineWorker(),
  () => actions.recover(),
);
const actions = new Actions(store, engine);
window.addEventListener('hashchange', () => actions.hashChanged());

const root = document.getElementById('app');
if (root) {
  mountFrame(root, { store, engine, actions });
}

if (import.meta.env.MODE === 'hosted' && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('./sw.js').catch(() => undefined); // without it padan works all the same, online
}

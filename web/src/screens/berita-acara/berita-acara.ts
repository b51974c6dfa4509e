// Minutes that prove themselves: what people write at the left, the paper at the right, its numbers out of a sealed result.

import type { App } from '../../app';
import { tabList } from '../../components/tab-list';
import { t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { withParams } from '../../state/route';
import { namesPanel } from '../names-panel';
import { visitsPanel } from '../verval/visits-panel';
import { answerLine } from './answer';
import { checkPart } from './check';
import { minutesForm } from './form';
import { paperPart } from './paper-part';
import { versionsPart } from './versions';

const kTabs = ['paper', 'versions', 'check'] as const;
type Tab = (typeof kTabs)[number];

export function beritaAcara(root: HTMLElement, app: App, signal: AbortSignal): void {
  const tabs = el('div');
  const panel = el('div', { role: 'tabpanel', id: 'minutes-panel' });
  const sides = [visitsPanel(app, signal), namesPanel(app, signal)];
  root.append(
    el('h1', {}, t().minutes.title),
    answerLine(app, signal),
    tabs,
    el('div', { class: 'with-panel' }, panel, ...sides),
  );
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  app.store.select(
    (s) => (s.route.screen === 'berita-acara' ? s.route.params.tab : undefined),
    (chosen) => {
      const current = kTabs.find((each) => each === chosen) ?? 'paper';
      life.abort();
      life = new AbortController();
      redraw(tabs, drawTabs(app, current));
      panel.setAttribute('aria-labelledby', `minutes-tab-${current}`);
      redraw(panel, drawPart(current, app, life.signal));
    },
    signal,
  );
}

function drawTabs(app: App, current: Tab): HTMLElement {
  const { minutes } = t();
  return tabList({
    label: minutes.title,
    panel: 'minutes-panel',
    tabs: kTabs,
    words: minutes.tabs,
    current,
    id: (tab) => `minutes-tab-${tab}`,
    choose: (tab) => app.actions.go(withParams(app.store.state.route, { tab, names: '', visits: '', person: '' })),
  });
}

function drawPart(tab: Tab, app: App, signal: AbortSignal): HTMLElement {
  switch (tab) {
    case 'paper':
      return el('div', { class: 'minutes' }, minutesForm(app), paperPart(app, signal));
    case 'versions':
      return versionsPart(app, signal);
    case 'check':
      return checkPart(app, signal);
  }
}

// Review: questions one by one, whole patterns, or a random check; and the way of the decisions into the result.

import type { App } from '../../app';
import { tabList } from '../../components/tab-list';
import { fill, number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { withParams } from '../../state/route';
import { lastSummary } from '../../state/state';
import { savedWorkOffer } from '../saved-work';
import { audit } from './audit';
import { filters } from './filters';
import { hands } from './hands';
import { patterns } from './patterns';
import { questions } from './questions';
import { shareHead } from './share-head';

const kTabs = ['questions', 'patterns', 'audit', 'hands'] as const;
type Tab = (typeof kTabs)[number];

const kContents = { questions, patterns, audit, hands };

export function tinjau(root: HTMLElement, app: App, signal: AbortSignal): void {
  const body = el('div');
  root.append(el('h1', {}, t().review.title), body);
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  const draw = (): void => {
    life.abort();
    life = new AbortController();
    redraw(body, ...content(app, life.signal));
  };
  app.store.select((s) => `${s.run.phase} ${tabOf(app)}`, draw, signal);
  app.hands.store.select((s) => s.share?.split, draw, signal);
}

function tabOf(app: App): Tab {
  const wanted = app.store.state.route.params.tab;
  return kTabs.find((tab) => tab === wanted) ?? 'questions';
}

function content(app: App, signal: AbortSignal): HTMLElement[] {
  const { review, match } = t();
  const { phase } = app.store.state.run;
  if (app.hands.store.state.share) {
    return [shareHead(app, signal), el('div', { class: 'review-top' }, filters(app)), questions(app, signal)];
  }
  if (phase === 'running') {
    return [el('p', { class: 'muted', role: 'status' }, review.applying)];
  }
  if (phase !== 'done') {
    const empty = el(
      'div',
      { class: 'empty' },
      el('p', { class: 'empty-title' }, review.none),
      el('p', { class: 'muted' }, review.noneHint),
      el('a', { class: 'button primary', href: '#/padankan' }, t().unified.toMatch),
    );
    return [savedWorkOffer(app, signal), empty];
  }
  const tab = tabOf(app);
  return [
    el('h2', { class: 'visually-hidden' }, match.doubtful),
    savedWorkOffer(app, signal),
    standing(app, signal),
    el('div', { class: 'review-top' }, tabs(app, tab), tab === 'questions' && filters(app)),
    el('div', { role: 'tabpanel', id: 'review-panel', 'aria-label': review.tab[tab] }, kContents[tab](app, signal)),
  ];
}

/** What the result is with the decisions so far, the way of putting them in, and what went wrong with the log. */
function standing(app: App, signal: AbortSignal): HTMLElement {
  const place = el('div', { class: 'standing', role: 'group', 'aria-label': t().review.history });
  const draw = (): void => {
    const { review } = t();
    const { live, log, remembers } = app.decisions.store.state;
    const apply = el(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': 'apply-decisions',
        'data-key': 'apply-decisions',
        onclick: () => void app.actions.applyDecisions(),
      },
      review.apply,
    );
    const persons = live?.persons ?? lastSummary(app.store.state.run)?.counts.persons ?? 0;
    const { pending } = log;
    redraw(
      place,
      el(
        'span',
        { 'data-testid': 'live-persons', 'data-value': persons },
        fill(live ? review.live : review.asMatched, { persons: number(persons) }),
      ),
      pending > 0 &&
        el('span', { 'data-testid': 'pending', 'data-value': pending }, fill(review.pending, { n: number(pending) })),
      pending > 0 && apply,
      !remembers && el('p', { class: 'bad' }, review.memoryForbidden),
    );
  };
  app.decisions.store.select((s) => s.log, draw, signal);
  app.decisions.store.select((s) => s.remembers, draw, signal);
  return place;
}

function tabs(app: App, current: Tab): HTMLElement {
  const { review } = t();
  return tabList({
    label: review.tabs,
    panel: 'review-panel',
    tabs: kTabs,
    words: review.tab,
    current,
    id: (tab) => `review-tab-${tab}`,
    choose: (tab) => app.actions.go(withParams(app.store.state.route, { tab })),
  });
}

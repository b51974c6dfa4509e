// The first screen: what padan is, and the two ways to begin.

import type { App } from '../../app';
import { FileDrop } from '../../components/file-drop';
import { icon } from '../../components/icons';
import { fill, number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { kSample } from '../../state/actions';
import { projectDoor } from '../project-door';
import { savedWorkOffer, savedWorkReminder } from '../saved-work';
import { shareDoor } from './share-door';

export function beranda(root: HTMLElement, app: App, signal: AbortSignal): void {
  const { home } = t();
  const drop = new FileDrop().setUp({ choose: home.start, drop: t().files.drop }, true);
  drop.addEventListener('files', (event) => {
    app.actions.addFiles((event as CustomEvent<File[]>).detail);
    app.actions.go({ screen: 'berkas', params: {} });
  });
  const going = el('p', { class: 'continue' });
  const saved = el('div');
  const sample = el('div', { class: 'way' });
  root.append(
    el('h1', {}, home.title),
    el('p', { class: 'lead' }, home.what),
    el(
      'div',
      { class: 'ways' },
      el('div', { class: 'way' }, drop, el('p', { class: 'muted' }, home.startHint)),
      el('div', { class: 'way' }, projectDoor(app)),
      sample,
    ),
    going,
    saved,
    shareDoor(app),
    el(
      'p',
      { class: 'privacy' },
      icon('lock'),
      el('span', {}, home.privacy, ' '),
      el('button', { type: 'button', class: 'link', onclick: () => app.actions.showProof(true) }, home.privacyLink),
    ),
    el('h2', {}, home.steps),
    el(
      'ol',
      { class: 'how' },
      ...home.how.map(({ name, text }) => el('li', {}, el('strong', {}, name), el('p', {}, text))),
    ),
  );
  app.store.select(
    (s) => s.makingSample,
    (making) => drawSample(sample, app, making),
    signal,
  );
  app.store.select(
    (s) => s.files.length,
    (count) => drawContinue(going, count),
    signal,
  );
  app.decisions.store.select(
    (s) => s.saved,
    () => drawSaved(saved, app, signal),
    signal,
  );
}

function drawSample(place: HTMLElement, app: App, making: boolean): void {
  const { home } = t();
  const make = (): void => {
    app.actions.go({ screen: 'berkas', params: {} });
    void app.actions.makeSample();
  };
  redraw(
    place,
    el(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': 'sample-data',
        'data-key': 'sample',
        disabled: making,
        onclick: make,
      },
      making ? home.sampleMaking : home.sample,
    ),
    el('p', { class: 'muted' }, fill(home.sampleHint, { people: number(kSample.people) })),
  );
}

/** What an earlier session decided: to be taken up once its lists are open. */
function drawSaved(place: HTMLElement, app: App, signal: AbortSignal): void {
  const { saved } = app.decisions.store.state;
  const open = app.store.state.files.length > 0;
  redraw(place, ...(open ? [savedWorkOffer(app, signal)] : saved.map((work) => savedWorkReminder(app, work))));
}

function drawContinue(place: HTMLElement, count: number): void {
  redraw(place, count > 0 && el('a', { href: '#/berkas' }, fill(t().home.continueWork, { files: number(count) })));
}

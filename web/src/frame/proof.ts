// The proof panel: shows the policy that the browser enforces and lets a person try to break it.

import type { App } from '../app';
import { SidePanel } from '../components/side-panel';
import { t } from '../i18n';
import { el } from '../lib/dom';

type Attempt = 'fetch' | 'beacon' | 'socket' | 'image';

// An address on this machine that nobody answers: were it not forbidden, the attempt would still reach no one else.
const kTarget = '127.0.0.2:9';
const kAttempts: readonly Attempt[] = ['fetch', 'beacon', 'socket', 'image'];

export function proofPanel(place: HTMLElement, app: App, open: boolean): void {
  const known = place.querySelector<SidePanel>('padan-side-panel');
  if (!open) {
    known?.close();
    place.replaceChildren();
    return;
  }
  const panel = new SidePanel();
  panel.hidden = true;
  panel.dataset.testid = 'proof';
  place.replaceChildren(panel);
  panel.open(t().proof.title, t().frame.close, content(), () => app.actions.showProof(false));
}

function content(): HTMLElement[] {
  const { proof } = t();
  const rows = kAttempts.map((attempt) => attemptRow(attempt));
  const runAll = (): void => {
    for (const row of rows) {
      row.run();
    }
  };
  return [
    el('p', {}, proof.intro),
    policy(),
    el('p', {}, proof.tests),
    el('ul', { class: 'attempts' }, ...rows.map((row) => row.element)),
    el('button', { type: 'button', class: 'button', 'data-testid': 'proof-all', onclick: runAll }, proof.runAll),
    el('p', {}, proof.cable),
    el('p', { class: 'muted' }, proof.limits),
  ];
}

function policy(): HTMLElement {
  const text = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content;
  if (text === undefined) {
    return el('p', { class: 'notice bad' }, t().proof.policyNone);
  }
  const rules = text
    .split(';')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '');
  return el('ul', { class: 'policy' }, ...rules.map((rule) => el('li', {}, el('code', {}, rule))));
}

function attemptRow(attempt: Attempt): { element: HTMLElement; run: () => void } {
  const { proof } = t();
  const result = el('span', { class: 'attempt-result', role: 'status', 'data-testid': `proof-${attempt}` });
  const run = (): void => {
    result.className = 'attempt-result';
    result.textContent = proof.waiting;
    void refused(attempt).then((yes) => {
      result.className = yes ? 'attempt-result good' : 'attempt-result bad';
      result.textContent = yes ? proof.refused : proof.escaped;
    });
  };
  const button = el(
    'button',
    { type: 'button', class: 'quiet', 'aria-label': `${proof.run}: ${proof[attempt]}`, onclick: run },
    proof.run,
  );
  return { element: el('li', {}, el('span', {}, proof[attempt]), button, result), run };
}

/** Makes the attempt; only a report of the browser that its policy refused this very attempt counts as refused. */
function refused(attempt: Attempt): Promise<boolean> {
  const mark = `${attempt}-${Math.random().toString(36).slice(2)}`;
  return new Promise((resolve) => {
    const heard = (event: SecurityPolicyViolationEvent): void => {
      // For another origin the report may name only the origin; the directive then tells the attempts apart.
      if (event.blockedURI.includes(kTarget)) {
        finish(true);
      }
    };
    const finish = (yes: boolean): void => {
      document.removeEventListener('securitypolicyviolation', heard);
      clearTimeout(timer);
      resolve(yes);
    };
    const timer = setTimeout(() => finish(false), 3000);
    document.addEventListener('securitypolicyviolation', heard);
    make(attempt, mark);
  });
}

function make(attempt: Attempt, mark: string): void {
  const address = `http://${kTarget}/${mark}`;
  try {
    if (attempt === 'fetch') {
      void fetch(address, { mode: 'no-cors' }).catch(() => undefined);
    } else if (attempt === 'beacon') {
      navigator.sendBeacon(address, mark);
    } else if (attempt === 'socket') {
      new WebSocket(`ws://${kTarget}/${mark}`);
    } else {
      new Image().src = address;
    }
  } catch {
    // refused at once: the report follows all the same
  }
}

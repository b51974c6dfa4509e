// Many hands: shares out, answers in, how far people agree, and what the meeting has to decide.

import type { App } from '../../app';
import type { Agreement, HandOfSplit, SplitBy, SplitRequest } from '../../engine/hands-protocol';
import { errorSentence, fill, number, percent, size, t } from '../../i18n';
import { type Child, el, redraw } from '../../lib/dom';
import { download } from '../../lib/download';
import type { Arrival } from '../../state/hands';
import { disagreements } from './disagreements';

const kShortest = 10; // letters of a passphrase
const kTwice = 10; // percent

export function hands(app: App, signal: AbortSignal): HTMLElement {
  const outcome = el('div');
  const agreed = el('div');
  app.hands.store.select(
    (s) => s.arrivals,
    (arrivals) => redraw(outcome, ...arrivals.map(arrivalLine)),
    signal,
  );
  app.hands.store.select(
    (s) => s.agreement,
    (agreement) => redraw(agreed, ...(agreement ? agreementView(agreement) : [])),
    signal,
  );
  void app.hands.refresh().catch(() => undefined); // an engine that cannot say is told of by the frame
  const words = t().hands;
  return el(
    'div',
    { class: 'hands' },
    el('div', { class: 'hands-ways' }, splitForm(app, signal), takeForm(app, outcome)),
    el('section', {}, el('h2', {}, words.agreement), agreed),
    disagreements(app, signal),
  );
}

/** What may be told of a request that failed. */
function complaint(error: unknown, file?: string): HTMLElement {
  const { what, act } = errorSentence(error, file);
  return el('p', { class: 'bad', role: 'alert' }, `${what} ${act}`);
}

export function passphraseField(testid: string): { field: HTMLElement; input: HTMLInputElement } {
  const input = el('input', { type: 'password', autocomplete: 'off', required: true, 'data-testid': testid });
  return { field: el('label', { class: 'field' }, el('span', {}, t().hands.passphrase), input), input };
}

function splitForm(app: App, signal: AbortSignal): HTMLElement {
  const words = t().hands;
  const names = el('textarea', { rows: 4, required: true, 'data-testid': 'hands-names' });
  const by = el(
    'select',
    { 'data-testid': 'hands-by' },
    el('option', { value: 'hands' }, words.byHands),
    el('option', { value: 'district' }, words.byDistrict),
    el('option', { value: 'village' }, words.byVillage),
  );
  const twice = el('input', { type: 'number', min: 0, max: 100, value: kTwice, 'data-testid': 'hands-twice' });
  const { field, input: passphrase } = passphraseField('hands-passphrase');
  const made = el('div', { role: 'status' });
  const draw = (): void => {
    const { split } = app.hands.store.state;
    redraw(made, ...(split ? madeView(app, split, passphrase) : []));
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const people = names.value
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (passphrase.value.length < kShortest) {
      redraw(made, el('p', { class: 'bad', role: 'alert' }, fill(words.passphraseShort, { n: number(kShortest) })));
      passphrase.focus();
      return;
    }
    const request: SplitRequest = {
      hands: people,
      by: by.value as SplitBy,
      twice: Math.min(100, Math.max(0, Number(twice.value) || 0)) / 100,
      at: new Date().toISOString(),
    };
    await app.hands.split(request).catch((error: unknown) => redraw(made, complaint(error)));
  };
  app.hands.store.select((s) => s.split, draw, signal);
  return el(
    'section',
    {},
    el('h2', {}, words.split),
    el('p', { class: 'muted' }, words.splitHint),
    el(
      'form',
      { class: 'hands-form', onsubmit: (event: Event) => void submit(event) },
      el('label', { class: 'field wide' }, el('span', {}, words.names), names),
      el('label', { class: 'field' }, el('span', {}, words.by), by),
      el('label', { class: 'field', title: words.twiceHint }, el('span', {}, words.twice), twice),
      field,
      el('p', { class: 'muted wide' }, fill(words.passphraseHint, { n: number(kShortest) })),
      el('button', { type: 'submit', class: 'button primary', 'data-testid': 'hands-split' }, words.make),
    ),
    made,
  );
}

function madeView(
  app: App,
  split: { questions: number; twice: number; hands: HandOfSplit[] },
  passphrase: HTMLInputElement,
): Child[] {
  const words = t().hands;
  if (split.questions === 0) {
    return [el('p', {}, words.nothing)];
  }
  const status = el('p', { role: 'status', class: 'muted' });
  const save = async (hand: HandOfSplit): Promise<void> => {
    try {
      const { name, blob } = await app.hands.seal(hand.hand, passphrase.value);
      download(blob, name);
      redraw(status, fill(words.saved, { name, size: size(blob.size) }));
    } catch (error) {
      redraw(status, complaint(error));
    }
  };
  const line = (hand: HandOfSplit): HTMLElement =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, hand.name),
      el('td', { class: 'number' }, number(hand.questions)),
      el('td', { class: 'number' }, number(hand.twice)),
      el(
        'td',
        {},
        el(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': 'hands-save',
            'data-hand': hand.hand,
            'aria-label': `${words.save}: ${hand.name}`,
            disabled: hand.questions === 0,
            onclick: () => void save(hand),
          },
          words.save,
        ),
      ),
    );
  const { questions, twice, hands: people } = split;
  return [
    el(
      'p',
      { 'data-testid': 'hands-made', 'data-value': questions },
      fill(words.made, { questions: number(questions), hands: number(people.length), twice: number(twice) }),
    ),
    table([words.hand, words.questions, words.both, ''], people.map(line)),
    status,
  ];
}

function table(heads: string[], rows: HTMLElement[]): HTMLElement {
  const head = (text: string): HTMLElement => (text === '' ? el('td') : el('th', { scope: 'col' }, text));
  return el(
    'table',
    { class: 'hands-table' },
    el('thead', {}, el('tr', {}, ...heads.map(head))),
    el('tbody', {}, ...rows),
  );
}

function takeForm(app: App, outcome: HTMLElement): HTMLElement {
  const words = t().hands;
  const files = el('input', {
    type: 'file',
    accept: '.padan',
    multiple: true,
    required: true,
    'data-testid': 'hands-files',
  });
  const { field, input } = passphraseField('hands-take-passphrase');
  const submit = (event: Event): void => {
    event.preventDefault();
    void app.hands.take([...(files.files ?? [])], input.value).catch((error: unknown) => {
      redraw(outcome, complaint(error));
    });
  };
  return el(
    'section',
    {},
    el('h2', {}, words.take),
    el('p', { class: 'muted' }, words.takeHint),
    el(
      'form',
      { class: 'hands-form', onsubmit: submit },
      el('label', { class: 'field wide' }, el('span', {}, words.takeFiles), files),
      field,
      el('button', { type: 'submit', class: 'button', 'data-testid': 'hands-take' }, words.take),
    ),
    el('div', { role: 'status', 'data-testid': 'hands-arrivals' }, outcome),
  );
}

function arrivalLine({ file, taken, failure }: Arrival): HTMLElement {
  const words = t().hands;
  if (!taken) {
    return complaint(failure, file);
  }
  const { by, answers, taken: fresh, known, lost } = taken;
  const said = { file, by: by === '' ? words.unnamed : by, answers: number(answers), fresh: number(fresh) };
  const sentence = fill(words.taken, { ...said, known: number(known) });
  const missing = lost > 0 ? ` ${fill(words.takenLost, { n: number(lost) })}` : '';
  return el('p', { 'data-testid': 'hands-taken', 'data-value': fresh }, sentence + missing);
}

export function kappaText(kappa: number | null): string {
  const words = t().hands;
  if (kappa === null) {
    return words.kappaNone;
  }
  const { weak, moderate, strong, high } = words.kappaWords;
  const word = kappa < 0.4 ? weak : kappa < 0.6 ? moderate : kappa < 0.8 ? strong : high; // after Landis and Koch (1977)
  return fill(words.kappa, { value: number(kappa, 2), word });
}

function agreementView({ hands: people, pairs, asked, agreed, kappa }: Agreement): Child[] {
  const words = t().hands;
  if (asked === 0) {
    return [
      ...people.map((hand) => el('p', { class: 'muted' }, answersOf(hand))),
      el('p', { class: 'muted', 'data-testid': 'hands-agreement', 'data-value': 0 }, words.agreementNone),
    ];
  }
  const whole = fill(words.agreementWhole, {
    agreed: number(agreed),
    asked: number(asked),
    percent: percent(agreed / asked),
  });
  const named = (split: string, hand: number): string =>
    people.find((each) => each.split === split && each.hand === hand)?.by || words.unnamed;
  const rows = pairs.map((pair) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, `${named(pair.split, pair.left)} – ${named(pair.split, pair.right)}`),
      el('td', { class: 'number' }, number(pair.asked)),
      el('td', { class: 'number' }, `${number(pair.agreed)} (${percent(pair.agreed / pair.asked)})`),
      el('td', {}, kappaText(pair.kappa)),
    ),
  );
  return [
    el('p', { 'data-testid': 'hands-agreement', 'data-value': asked }, `${whole} ${kappaText(kappa)}.`),
    el('p', { class: 'muted' }, words.kappaHint),
    table([words.pair, words.asked, words.agreed, 'Kappa'], rows),
    el('p', { class: 'muted' }, people.map(answersOf).join(' · ')),
  ];
}

function answersOf({ by, answers }: Agreement['hands'][number]): string {
  return fill(t().hands.answersOf, { by: by === '' ? t().hands.unnamed : by, n: number(answers) });
}

// What is said of the lokus: how villages are chosen, how many there should be, the list that was laid down.

import type { App } from '../../app';
import type { LokusSettings, VillageMatch } from '../../engine/planning-protocol';
import { errorSentence, fill, number, t } from '../../i18n';
import { type Child, el, redraw } from '../../lib/dom';
import { numberField, selectField } from '../plan-parts';

export function lokusFields(app: App, settings: LokusSettings, changed: () => void): Child[] {
  const { prioritas } = t();
  const status = el('p', { class: 'small bad', role: 'status' });
  const set = async (part: Partial<LokusSettings>): Promise<void> => {
    try {
      await app.actions.applySettings({ lokus: { ...settings, ...part } });
      changed();
    } catch (error) {
      status.textContent = errorSentence(error).what;
    }
  };
  const modes = Object.entries(prioritas.modes) as [LokusSettings['mode'], string][];
  const bys = Object.entries(prioritas.bys) as [LokusSettings['by'], string][];
  return [
    selectField(
      'lokus-mode',
      prioritas.mode,
      settings.mode,
      modes,
      (mode) => void set({ mode: mode as LokusSettings['mode'] }),
    ),
    numberField(
      'lokus-decile',
      prioritas.poorDecile,
      settings.decile,
      { least: 1, most: 10 },
      (decile) => void set({ decile }),
    ),
    ...(settings.mode === 'computed'
      ? [
          numberField('lokus-n', prioritas.n, settings.n, { least: 1, most: 100_000 }, (n) => void set({ n })),
          selectField('lokus-by', prioritas.by, settings.by, bys, (by) => void set({ by: by as LokusSettings['by'] })),
          el('p', { class: 'muted small' }, prioritas.byHint),
        ]
      : []),
    ...(settings.mode === 'list' ? [villageList(app, (villages) => void set({ villages }))] : []),
    el(
      'div',
      { class: 'two-fields' },
      numberField(
        'expected-villages',
        prioritas.expectedVillages,
        settings.expected.villages,
        {},
        (villages) => void set({ expected: { ...settings.expected, villages } }),
      ),
      numberField(
        'expected-districts',
        prioritas.expectedDistricts,
        settings.expected.districts,
        {},
        (districts) => void set({ expected: { ...settings.expected, districts } }),
      ),
    ),
    ...references(settings, (each) => void set({ references: each })),
    status,
  ];
}

/** Lines as people paste them: cells parted by tab, semicolon, bar or comma. */
export function entriesOf(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split(/[\t;|,]/).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
}

function villageList(app: App, use: (keys: string[]) => void): HTMLElement {
  const { prioritas } = t();
  const text = el('textarea', {
    rows: 6,
    'data-key': 'lokus-paste',
    'data-testid': 'lokus-paste',
    spellcheck: 'false',
  });
  const result = el('div', { role: 'status', 'data-testid': 'lokus-matched' });
  const run = async (work: () => Promise<VillageMatch[]>): Promise<void> => {
    try {
      drawMatches(result, await work(), use);
    } catch (error) {
      redraw(result, el('p', { class: 'bad' }, errorSentence(error).what));
    }
  };
  const file = el('input', {
    type: 'file',
    accept: '.xlsx,.xls,.ods,.csv,.txt',
    class: 'visually-hidden',
    id: 'lokus-file',
    'data-testid': 'lokus-file',
    onchange: () => {
      const chosen = file.files?.[0];
      file.value = '';
      if (chosen) {
        void run(() => app.engine.matchVillages(chosen));
      }
    },
  });
  return el(
    'div',
    { class: 'village-list' },
    el('label', { class: 'field' }, el('span', {}, prioritas.paste), text),
    el(
      'p',
      { class: 'choices-line' },
      el(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'lokus-match',
          onclick: () => void run(() => app.engine.call('lokus.match', { entries: entriesOf(text.value) })),
        },
        prioritas.match,
      ),
      file,
      el('label', { class: 'button', for: 'lokus-file' }, prioritas.file),
    ),
    result,
  );
}

function drawMatches(place: HTMLElement, matches: readonly VillageMatch[], use: (keys: string[]) => void): void {
  const { prioritas } = t();
  const keys = matches.filter(({ trouble }) => trouble === '' || trouble === 'no_people').map(({ key }) => key);
  const troubled = matches.filter(({ trouble }) => trouble !== '');
  redraw(
    place,
    el('p', {}, fill(prioritas.matched, { n: number(keys.length) })),
    troubled.length > 0 &&
      el(
        'ul',
        { class: 'small' },
        ...troubled
          .slice(0, 50)
          .map(({ entry, text, trouble }) =>
            el(
              'li',
              { class: 'bad' },
              `${number(entry)}. ${text}: ${trouble === '' ? '' : prioritas.troubles[trouble]}`,
            ),
          ),
      ),
    keys.length > 0 &&
      el(
        'button',
        { type: 'button', class: 'button primary', 'data-testid': 'lokus-use', onclick: () => use(keys) },
        fill(prioritas.useList, { n: number(keys.length) }),
      ),
  );
}

function references(settings: LokusSettings, set: (each: LokusSettings['references']) => void): Child[] {
  const { prioritas } = t();
  const name = el('input', { 'data-testid': 'reference-name' });
  const value = el('input', { 'data-testid': 'reference-value' });
  return [
    el('h2', {}, prioritas.references),
    el('p', { class: 'muted small' }, prioritas.referencesHint),
    ...settings.references.map((each, i) =>
      el(
        'p',
        { class: 'reference small' },
        `${each.name}: ${each.value} `,
        el(
          'button',
          {
            type: 'button',
            class: 'link',
            'aria-label': `${prioritas.removeReference}: ${each.name}`,
            onclick: () => set(settings.references.filter((_, at) => at !== i)),
          },
          prioritas.removeReference,
        ),
      ),
    ),
    el('label', { class: 'field' }, el('span', {}, prioritas.referenceName), name),
    el('label', { class: 'field' }, el('span', {}, prioritas.referenceValue), value),
    el(
      'p',
      {},
      el(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'reference-add',
          onclick: () => {
            if (name.value.trim() !== '' && value.value.trim() !== '') {
              set([...settings.references, { name: name.value.trim(), value: value.value.trim() }]);
            }
          },
        },
        prioritas.addReference,
      ),
    ),
  ];
}

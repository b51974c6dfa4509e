// "Periksa berkas": drop the same files, and what was sealed; padan says "same" or where it differs.

import type { App } from '../../app';
import { FileDrop } from '../../components/file-drop';
import type { FileCheck, HashedFile, TableCheck, Verification } from '../../engine/minutes-protocol';
import { PadanError } from '../../engine/protocol';
import { errorSentence, fill, number, percent, t, term } from '../../i18n';
import { display } from '../../i18n/display';
import { type Child, el, redraw } from '../../lib/dom';
import { checkFiles, hashAll, type SealedFolder, sealedName, versionFor } from '../../state/check';
import { shortSeal } from './paper';
import { filesOf } from './zip';

const kVersionFiles = ['summary.json', 'project.json', 'figures.json', 'recipe/decisions.jsonl', 'recipe/model.json'];

export function checkPart(app: App, signal: AbortSignal): HTMLElement {
  const words = t().minutes;
  let files: File[] = [];
  const chosen = el('ul', { class: 'check-files' });
  const result = el('div', { 'data-testid': 'check-result', 'aria-live': 'polite' });
  const drop = new FileDrop().setUp(
    { choose: words.checkChoose, drop: words.checkDrop, more: ',.padan,.json,.jsonl' },
    false,
  );
  drop.addEventListener('files', (event) => {
    const more = (event as CustomEvent<File[]>).detail;
    files = [...files.filter((old) => !more.some(({ name }) => name === old.name)), ...more];
    draw();
  });
  const against = versionChoice(app);
  const passphrase = el('input', { type: 'password', autocomplete: 'off', 'data-testid': 'check-passphrase' });
  const asks = el('label', { class: 'field', hidden: true }, el('span', {}, words.checkPassphrase), passphrase);
  const check = async (): Promise<void> => {
    button.disabled = true;
    const engine = app.freshEngine();
    signal.addEventListener('abort', () => engine.stop(), { once: true });
    try {
      const onShare = (share: number): void =>
        redraw(result, el('p', { role: 'status' }, fill(words.checking, { share: percent(share) })));
      onShare(0);
      const { folder, lists } = await sorted(app, files, against.value, passphrase.value);
      const verification = await checkFiles(engine, folder, lists, {
        workers: app.actions.workers,
        onProgress: ({ stage, done, total }) => stage === 'score' && onShare(done / Math.max(total, 1)),
      });
      redraw(result, ...report(app, verification));
    } catch (error) {
      const sentence = errorSentence(error);
      asks.hidden = asks.hidden && !isAboutPassphrase(error);
      redraw(result, el('p', { class: 'bad', role: 'alert' }, `${sentence.what} ${sentence.act}`));
    } finally {
      engine.stop();
      button.disabled = files.length === 0;
    }
  };
  const button = el(
    'button',
    {
      type: 'button',
      class: 'button primary',
      'data-testid': 'check-start',
      disabled: true,
      onclick: () => void check(),
    },
    words.checkStart,
  );
  const none = el('span', { class: 'muted' }, words.checkNone);
  const draw = (): void => {
    none.hidden = files.length > 0;
    redraw(chosen, ...files.map((file) => el('li', {}, file.name)));
    button.disabled = files.length === 0;
  };
  return el(
    'div',
    { class: 'check' },
    el('p', {}, words.checkHint),
    drop,
    chosen,
    el('label', { class: 'field' }, el('span', {}, words.checkAgainst), against),
    asks,
    el('div', { class: 'export-line' }, button, none),
    result,
  );
}

function versionChoice(app: App): HTMLSelectElement {
  const words = t().minutes;
  const { versions, chosen } = app.minutes.store.state;
  const options = versions.map(({ name, seal, at }, i) =>
    el(
      'option',
      { value: String(i), selected: chosen?.seal === seal && chosen.at === at },
      `${name} · ${shortSeal(seal)}`,
    ),
  );
  return el('select', { 'data-testid': 'check-against' }, ...options, el('option', { value: '' }, words.checkDropped));
}

/** Parts what was dropped into lists and files of a sealed result; the latter come from a version of the project where none was dropped. */
async function sorted(
  app: App,
  files: readonly File[],
  version: string,
  passphrase: string,
): Promise<{ folder: SealedFolder; lists: File[] }> {
  let folder = new Map<string, Blob>();
  const lists: File[] = [];
  let project: File | undefined;
  for (const file of files) {
    const name = sealedName(file.name);
    const inside = /\.zip$/i.test(file.name) ? await filesOf(file) : new Map<string, Blob>();
    if (/\.padan$/i.test(file.name)) {
      project = file;
    } else if (inside.has('summary.json')) {
      folder = new Map([...folder, ...inside]);
    } else if (name !== undefined) {
      folder.set(name, file);
    } else {
      lists.push(file);
    }
  }
  if (project) {
    folder = new Map([...(await versionIn(app, project, passphrase, lists)), ...folder]);
  }
  if (!folder.has('summary.json') && version !== '') {
    folder = new Map([...(await versionFolder((name) => app.engine.versionFile(Number(version), name))), ...folder]);
  }
  return { folder, lists };
}

async function versionFolder(read: (name: string) => Promise<string>): Promise<Map<string, Blob>> {
  const folder = new Map<string, Blob>();
  for (const name of kVersionFiles) {
    const text = await read(name);
    if (text !== '') {
      folder.set(name, new Blob([text]));
    }
  }
  return folder;
}

/** The version of a saved project that was made of these lists. */
async function versionIn(app: App, file: File, passphrase: string, lists: readonly File[]): Promise<Map<string, Blob>> {
  const engine = app.freshEngine();
  try {
    const { versions } = await engine.unpackProject(file, passphrase);
    const inputs: HashedFile[][] = [];
    for (let version = 0; version < versions; version++) {
      inputs.push((await engine.call('versions.figures', { version })).inputs);
    }
    const given = await hashAll(engine, new Map(lists.map((list) => [list.name, list])));
    const version = versionFor(inputs, given);
    return version < 0 ? new Map() : await versionFolder((name) => engine.versionFile(version, name));
  } finally {
    engine.stop();
  }
}

function isAboutPassphrase(error: unknown): boolean {
  return error instanceof PadanError && ['file.encrypted', 'box.passphrase'].includes(error.code);
}

// --- the report ---

function report(app: App, found: Verification): HTMLElement[] {
  const words = t().minutes;
  const seal = shortSeal(found.seal);
  const verdict = el(
    'p',
    {
      class: found.same ? 'good verdict' : 'bad verdict',
      'data-testid': 'check-verdict',
      'data-value': found.same ? 'same' : 'differs',
    },
    fill(found.same ? words.same : words.differs, { seal }),
  );
  return [
    verdict,
    ...(found.summary_whole ? [] : [el('p', { class: 'bad' }, words.summaryChanged)]),
    ...(found.computed ? [] : [el('p', { class: 'bad' }, words.notComputed)]),
    fileList(words.checkedLists, found.inputs),
    fileList(words.checkedFiles, found.outputs),
    ...found.tables.filter(({ same }) => !same).map((table) => tableReport(app, table)),
  ];
}

function fileList(title: string, checks: readonly FileCheck[]): HTMLElement {
  const words = t().minutes;
  const line = ({ name, given, state }: FileCheck): HTMLElement =>
    el(
      'li',
      { class: state === 'same' ? '' : 'bad', 'data-state': state },
      `${state === 'same' ? '✓' : '✕'} ${name}: ${words.fileStates[state]}`,
      given !== '' && given !== name && state !== 'unknown' && el('span', { class: 'muted' }, ` (${given})`),
    );
  return el('section', {}, el('h2', {}, title), el('ul', { class: 'check-list' }, ...checks.map(line)));
}

function tableReport(app: App, { name, headers_differ, changed, removed, added, examples }: TableCheck): HTMLElement {
  const words = t().minutes;
  const counts = fill(words.tableDiffers, { changed: number(changed), removed: number(removed), added: number(added) });
  const { masked } = app.store.state;
  const cell = (column: string, value: string): string =>
    masked ? display(column === '' ? 'name' : column, value, true) : value;
  const row = (each: TableCheck['examples'][number]): Child =>
    el(
      'tr',
      {},
      el('td', {}, words.differenceKinds[each.kind]),
      el('td', {}, each.key),
      el('td', {}, each.column),
      el('td', {}, cell(each.column, each.before)),
      el('td', {}, cell(each.column, each.after)),
    );
  const { kind, key, column, before, after } = words.differenceHead;
  return el(
    'section',
    { 'data-testid': 'check-table', 'data-file': name },
    el('h2', {}, name),
    el('p', { class: 'bad' }, headers_differ ? words.tableUnknown : counts),
    examples.length > 0 &&
      el(
        'div',
        { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': term({}, name) },
        el(
          'table',
          { class: 'plain' },
          el(
            'thead',
            {},
            el('tr', {}, ...[kind, key, column, before, after].map((text) => el('th', { scope: 'col' }, text))),
          ),
          el('tbody', {}, ...examples.map(row)),
        ),
      ),
  );
}

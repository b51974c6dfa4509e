// Says that files are parts of one list, or why they are not; the officer parts or joins them.

import type { App } from '../../app';
import type { Source } from '../../engine/protocol';
import { fill, list, percent, t } from '../../i18n';
import { type Child, el } from '../../lib/dom';
import { readySources } from '../../state/state';

export function listNote(app: App, source: Source, locked: boolean): Child {
  const { files } = t();
  const { joined } = source;
  const others = readySources(app.store.state.files).filter(({ id }) => id !== source.id);
  const set = (id: Source['id'], name: string): Promise<void> => app.actions.setSource({ source: id, list: name });
  if (joined.why === 'joined') {
    const parts = others.filter((each) => each.joined.list === joined.list).map((each) => each.file);
    return note(source, fill(files.joined, { list: joined.list, files: list(parts) }), files.part, locked, () =>
      set(source.id, source.name),
    );
  }
  if (joined.by_officer) {
    return note(source, files.parted, files.partedUndo, locked, () => set(source.id, ''));
  }
  const like = others.find(({ name }) => name === joined.like);
  if (joined.why === 'alone' || like === undefined) {
    return false;
  }
  const words = joined.why === 'same_people' ? files.samePeople : files.otherDate;
  const target = like.joined.list === '' ? like.name : like.joined.list;
  return note(
    source,
    fill(words, { file: like.file, share: percent(joined.in_both) }),
    files.join,
    locked,
    async () => {
      await set(source.id, target);
      await set(like.id, target);
    },
  );
}

function note(source: Source, words: string, button: string, locked: boolean, act: () => Promise<void>): HTMLElement {
  return el(
    'p',
    { class: 'file-memory muted', 'data-testid': 'file-list', 'data-why': source.joined.why },
    words,
    ' ',
    el(
      'button',
      {
        type: 'button',
        class: 'quiet',
        'data-testid': 'file-list-change',
        'data-key': `list-${source.id}`,
        disabled: locked,
        title: locked ? t().files.locked : '',
        onclick: () => void act().catch(() => undefined),
      },
      button,
      el('span', { class: 'visually-hidden' }, ` ${source.name}`),
    ),
  );
}

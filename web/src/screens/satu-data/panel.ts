// The side panel follows the address: names behind a number, or one person with all source rows.

import type { App } from '../../app';
import { DataGrid, type GridColumn } from '../../components/data-grid';
import type { SidePanel } from '../../components/side-panel';
import type { PersonRow } from '../../engine/protocol';
import { errorSentence, fill, list, number, t } from '../../i18n';
import { display } from '../../i18n/display';
import { el } from '../../lib/dom';
import { withParams } from '../../state/route';
import { openView } from '../../state/view';
import { type Door, doorQuery, parseDoor } from './filters';
import { personView } from './person-view';

export function followPanel(app: App, panel: SidePanel, signal: AbortSignal): void {
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  app.store.select(
    (s) => `${s.route.params.person ?? ''} ${s.route.params.names ?? ''}`,
    () => {
      life.abort();
      life = new AbortController();
      void show(app, panel, life.signal);
    },
    signal,
  );
}

async function show(app: App, panel: SidePanel, signal: AbortSignal): Promise<void> {
  const { person = '', names = '', village = '' } = app.store.state.route.params;
  const door = parseDoor(names);
  const go = (params: Record<string, string>): void => app.actions.go(withParams(app.store.state.route, params));
  const close = (): void => go({ person: '', names: '' });
  try {
    if (person !== '') {
      const detail = await app.engine.call('person', { index: Number(person) });
      if (!signal.aborted) {
        const back =
          door &&
          el('button', { type: 'button', class: 'link', onclick: () => go({ person: '' }) }, `← ${t().frame.back}`);
        const family = (): void => go({ person: '', names: `family:${detail.family}` });
        const open = (index: number): void => go({ person: String(index) });
        panel.classList.add('wide');
        panel.open(
          fill(t().unified.personDetail, { id: detail.id }),
          t().frame.close,
          [...(back ? [back] : []), ...personView(detail, app.store.state.masked, family, open)],
          close,
        );
      }
    } else if (door) {
      panel.classList.remove('wide');
      await showNames(app, panel, door, village, signal, close);
    } else {
      panel.close();
    }
  } catch (error) {
    panel.open(t().unified.names, t().frame.close, [el('p', { class: 'bad' }, errorSentence(error).what)], close);
  }
}

async function showNames(
  app: App,
  panel: SidePanel,
  door: Door,
  village: string,
  signal: AbortSignal,
  close: () => void,
): Promise<void> {
  const view = await openView(app.engine, doorQuery(door, village), signal);
  if (signal.aborted) {
    return;
  }
  const { unified, grid: words } = t();
  const grid = new DataGrid();
  grid.id = 'panel-grid';
  const found = el(
    'p',
    { class: 'muted' },
    fill(unified.foundAll, { n: number(view.total), unit: unified.persons.toLowerCase() }),
  );
  panel.open(titleOf(door), t().frame.close, [found, grid], close);
  grid.show({
    ...view,
    columns: nameColumns(app.store.state.masked),
    open: (row) => app.actions.go(withParams(app.store.state.route, { person: String(row.index) })),
    maxRows: 16,
    labels: {
      table: `${titleOf(door)}. ${words.rowsLabel}`,
      empty: words.empty,
      failed: words.failed,
      up: words.sortedUp,
      down: words.sortedDown,
    },
  });
}

function titleOf(door: Door): string {
  const { unified } = t();
  if (door.kind === 'family') {
    return fill(unified.familyMembers, { id: '' }).trim();
  }
  return door.kind === 'exact' ? fill(unified.combinationPanel, { lists: list(door.sources) }) : list(door.sources);
}

function nameColumns(masked: boolean): GridColumn<PersonRow>[] {
  const { head } = t().unified;
  const column = (field: 'name' | 'birth_date' | 'village' | 'nik', width: string): GridColumn<PersonRow> => ({
    key: field,
    label: head[field],
    width,
    cell: (row) => display(field, row[field], masked),
  });
  return [
    column('name', '10rem'),
    column('birth_date', '6.75rem'),
    column('village', '8rem'),
    column('nik', '11.25rem'),
  ];
}

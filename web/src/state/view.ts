// A view of the engine: a filtered, sorted list of persons, families, rows or pairs, fetched by windows.

import type { EngineClient } from '../engine/client';
import type { DataRow, FamilyRow, PairRow, PersonRow, ViewKind, ViewQuery } from '../engine/protocol';

export interface RowOf {
  persons: PersonRow;
  families: FamilyRow;
  rows: DataRow;
  pairs: PairRow;
}

export interface OpenView<Row> {
  total: number;
  rows: (from: number, to: number) => Promise<readonly Row[]>;
}

/** Opens a view that lives until the signal aborts. Errors: those of view.open. */
export async function openView<K extends ViewKind>(
  engine: EngineClient,
  query: ViewQuery & { kind: K },
  signal: AbortSignal,
): Promise<OpenView<RowOf[K]>> {
  const { view, total } = await engine.call('view.open', query);
  const close = (): void => void engine.call('view.close', { view }).catch(() => undefined);
  if (signal.aborted) {
    close();
  } else {
    signal.addEventListener('abort', close, { once: true });
  }
  const rows = async (from: number, to: number): Promise<readonly RowOf[K][]> =>
    (await engine.call('view.rows', { view, from, to })).rows as RowOf[K][];
  return { total, rows };
}

// A view of the engine: a filtered, sorted list of persons, families, rows or pairs, fetched by windows.

import type { EngineClient } from '../engine/client';
import type { DataRow, FamilyRow, PairRow, PersonRow, ViewKind, ViewQuery } from '../engine/protocol';
import type { FindingRow } from '../engine/unified-protocol';

export interface RowOf {
  persons: PersonRow;
  families: FamilyRow;
  rows: DataRow;
  pairs: PairRow;
  findings: FindingRow;
}

export interface OpenView<Row> {
  view: number; // its number, for what is asked about a view
  total: number;
  rows: (from: number, to: number) => Promise<readonly Row[]>;
}

/** Opens a view that lives until the signal aborts. mask: of findings, whose evidence is one text. Errors: those of view.open. */
export async function openView<K extends ViewKind>(
  engine: EngineClient,
  query: ViewQuery & { kind: K },
  signal: AbortSignal,
  mask = false,
): Promise<OpenView<RowOf[K]>> {
  const { view, total } = await engine.call('view.open', query);
  closeWith(engine, view, signal);
  return { view, total, rows: rowsOf<RowOf[K]>(engine, view, mask) };
}

/** Windows of a view that is open, whoever opened it. */
export function rowsOf<Row>(
  engine: EngineClient,
  view: number,
  mask = false,
): (from: number, to: number) => Promise<readonly Row[]> {
  return async (from, to) =>
    (await engine.call('view.rows', { view, from, to, ...(mask && { mask }) })).rows as unknown as Row[];
}

export function closeWith(engine: EngineClient, view: number, signal: AbortSignal): void {
  const close = (): void => void engine.call('view.close', { view }).catch(() => undefined);
  if (signal.aborted) {
    close();
  } else {
    signal.addEventListener('abort', close, { once: true });
  }
}

// Checks files against a seal: an engine of its own matches them again by what was sealed, and compares.

import type { EngineClient } from '../engine/client';
import type { CheckRequest, HashedFile, Verification } from '../engine/minutes-protocol';
import { PadanError, type Progress } from '../engine/protocol';

/** What was sealed: the files of the result by their names in the seal, tables where they are at hand. */
export type SealedFolder = ReadonlyMap<string, Blob>;

const kNames: Record<string, string> = {
  'summary.json': 'summary.json',
  'project.json': 'project.json',
  'figures.json': 'figures.json',
  'decisions.jsonl': 'recipe/decisions.jsonl',
  'model.json': 'recipe/model.json',
  'rows.csv': 'rows.csv',
  'persons.csv': 'persons.csv',
  'families.csv': 'families.csv',
  'pairs.csv': 'pairs.csv',
  'findings.csv': 'findings.csv',
  'findings_guide.csv': 'findings_guide.csv',
  'corrections.csv': 'corrections.csv',
  'civil_check.csv': 'civil_check.csv',
};

/** The name in the seal that a file stands for by its own; nothing for a list. */
export function sealedName(file: string): string | undefined {
  return kNames[file.slice(file.lastIndexOf('/') + 1).toLowerCase()];
}

/** Which version of a project the files are to be set against: the latest all of whose lists are given, else the latest. */
export function versionFor(versions: readonly (readonly HashedFile[])[], given: readonly HashedFile[]): number {
  const hashes = new Set(given.map(({ sha256 }) => sha256));
  for (let version = versions.length - 1; version >= 0; version--) {
    if (versions[version]?.every(({ sha256 }) => hashes.has(sha256))) {
      return version;
    }
  }
  return versions.length - 1;
}

export interface CheckOptions {
  workers: number;
  onProgress?: (progress: Progress) => void;
}

/** engine: a fresh one; it holds the lists of the check afterwards. Throws what the core refuses. */
export async function checkFiles(
  engine: EngineClient,
  folder: SealedFolder,
  lists: readonly File[],
  { workers, onProgress }: CheckOptions,
): Promise<Verification> {
  const text = async (name: string): Promise<string> => (await folder.get(name)?.text()) ?? '';
  const given = await hashAll(engine, new Map(lists.map((file) => [file.name, file])));
  const request: CheckRequest = {
    summary: await text('summary.json'),
    project: await text('project.json'),
    decisions: await text('recipe/decisions.jsonl'),
    model: await text('recipe/model.json'),
    given,
    folder: await hashAll(engine, folder),
  };
  const { as_of, inputs } = await engine.call('verify.open', request);
  const complete = inputs.every(({ state }) => state !== 'absent');
  for (const { name, given: file, state } of inputs) {
    const list = lists.find((each) => each.name === file);
    if (list && complete && state !== 'unknown') {
      await readAs(engine, list, name);
    }
  }
  if (complete) {
    const options = onProgress ? { onProgress } : {};
    await engine.run(workers, as_of, options);
    await engine.seal(false, options);
    const { compare } = await engine.call('verify.tables', {});
    for (const name of compare) {
      await engine.compareTable(name, folder.get(name) ?? new Blob());
    }
  }
  return engine.call('verify.finish', {});
}

export async function hashAll(engine: EngineClient, files: ReadonlyMap<string, Blob>): Promise<HashedFile[]> {
  const hashed: HashedFile[] = [];
  for (const [name, blob] of files) {
    hashed.push({ name, sha256: await engine.hashFile(blob) });
  }
  return hashed;
}

/** Under the name that was sealed: ids of rows hang on it. A file of no use was of no use then, too. */
async function readAs(engine: EngineClient, list: File, name: string): Promise<void> {
  const renamed = list.name === name ? list : new File([list], name, { lastModified: list.lastModified });
  try {
    await engine.addFile(renamed);
  } catch (error) {
    if (!(error instanceof PadanError) || error.code === 'memory.exhausted') {
      throw error;
    }
  }
}

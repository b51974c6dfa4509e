// The class Padan of docs/dev/api.md in memory, for tests of the page and for developing screens. Never shipped.

import type { PadanHandle, PadanModule } from '../../../web/src/engine/core';
import {
  kStages,
  type Place,
  type Reading,
  type SourcePatch,
  type ViewQuery,
  type ViewRow,
} from '../../../web/src/engine/protocol';
import { FakeFieldwork } from './fake-fieldwork';
import { answerList } from './fake-list';
import { FakeMinutes } from './fake-minutes';
import { type FakeFile, fakeFiles } from './fake-people';
import { FakePlanning } from './fake-planning';
import { FakeResult } from './fake-result';
import { FakeReview } from './fake-review';
import { type FakeSource, readTable, understand } from './fake-tables';

type Args = Record<string, unknown>;

const kStepsPerStage = 8;
const kPartitions = 8;
const kEmptyProfile = {
  rows: 0,
  matchable: 0,
  columns: [],
  remarks: [],
  home: { code: 0, name: '', from: 'unknown', share: 0 },
  codes: [],
  names: [],
};

export class FakePadan implements PadanHandle {
  static stepMs = 0; // how long a step takes, to be able to watch or cancel a run
  static bytesPerRow = 9000; // of memory, in estimates

  private sources: FakeSource[] = [];
  private readonly lists = new Map<string, string>(); // what an officer said, by name of the source
  private files: FakeFile[] = [];
  private lastId = 0;
  private headFile = '';
  private opened = { name: '', bytes: [] as Uint8Array[] };
  private space = new Uint8Array(0);
  private left: Uint8Array = new Uint8Array(0);
  private taken: Uint8Array = new Uint8Array(0);
  private leaving: Uint8Array[] = [];
  private put: Uint8Array[] = [];
  private parts: string[] = [];
  private work = 0;
  private partitions = new Set<number>();
  private result: FakeResult | undefined;
  private readonly review = new FakeReview(() => this.results);
  private readonly minutes = new FakeMinutes(
    () => this.results,
    (text) => this.leave(new TextEncoder().encode(text)),
    () => new TextDecoder().decode(this.taken),
  );
  private readonly fieldwork = new FakeFieldwork();
  private readonly views = new Map<number, ViewRow[]>();

  call(method: string, json: string): string {
    try {
      return JSON.stringify({ ok: true, value: this.answer(method, JSON.parse(json) as Args) ?? {} });
    } catch (error) {
      return JSON.stringify({ ok: false, error });
    }
  }

  openFile(name: string): void {
    this.opened = { name, bytes: [] };
  }
  buffer(size: number): Uint8Array {
    this.space = new Uint8Array(size);
    return this.space;
  }
  feed(size: number): void {
    this.opened.bytes.push(this.space.slice(0, size));
  }
  bytes(): Uint8Array {
    return this.left;
  }
  take(size: number): void {
    this.taken = this.space.slice(0, size);
  }
  delete(): void {}

  private answer(method: string, args: Args): unknown {
    const handlers: Record<string, () => unknown> = {
      'file.close': () => this.closeFile((args.readings ?? []) as Reading[]),
      'head.open': () => this.openHead(String(args.file), Number(args.size)),
      'head.put': () => this.head(),
      'file.image': () => this.fileImage(),
      'file.part': () => this.leave(this.leaving[Number(args.index)] ?? new Uint8Array(0)),
      'file.put': () => void this.put.push(this.taken),
      'file.take': () => this.takeFile(),
      'file.drop': () => this.keep((each) => each.source.file !== args.file),
      sources: () => this.sources.map((each) => each.source),
      lists: () => this.sources.map(({ source }) => ({ source: source.id, ...this.joined(source.name) })),
      'source.preview': () => this.preview(args),
      'source.forget': () => this.readAs(this.sourceOf(args.source), {}, 'recognition'),
      'source.set': () => this.setSource(args as unknown as SourcePatch),
      'profile.start': () => ({ done: 1, total: 1, finished: true }),
      'source.profile': () => kEmptyProfile,
      'source.remark': () => ({ rows: [], total: 0 }),
      'source.workbook': () => {
        this.leave(new TextEncoder().encode('PK'));
        return { name: 'profil.xlsx' };
      },
      sample: () => this.makeSample(Number(args.seed)),
      'sample.file': () => this.leave(new TextEncoder().encode(this.files[Number(args.index)]?.text ?? '')),
      estimate: () => this.estimate(),
      'run.start': () => this.startRun(),
      'run.step': () => this.step(),
      'run.image': () => ({ parts: 2 }),
      'run.part': () => this.leave(new Uint8Array([Number(args.index)])),
      'run.partition': () => this.candidates(new Uint8Array([Number(args.index)])),
      'run.partitions': () => ({ count: kPartitions, done: this.partitions.size }),
      'run.cancel': () => this.cancel(),
      'image.put': () => ({}),
      'image.load': () => ({}),
      score: () => this.leave(this.taken),
      'scores.put': () => void this.partitions.add(Number(args.partition)),
      summary: () => this.results.summary(),
      overlap: () => this.results.overlap(),
      facets: () => ({
        flags: [
          { flag: 'nik_damaged', persons: 12 },
          { flag: 'nik_missing', persons: 9 },
        ],
        findings: [],
      }),
      places: () => this.places(),
      person: () => this.results.person(Number(args.index)),
      pair: () => this.results.pair(Number(args.index)),
      'view.open': () => this.openView(args as unknown as ViewQuery),
      'view.rows': () => this.viewRows(args),
      'priority.rows': () => this.viewRows(args),
      'view.close': () => void this.views.delete(Number(args.view)),
      model: () => this.leave(new TextEncoder().encode('{"format": "padan model"}')),
      'model.load': () => ({ comparisons: ['identity', 'name'] }),
      'model.drop': () => ({}),
      project: () => ({
        version: 1,
        sources: this.sources.map(({ source }) => ({ name: source.name, file: source.file })),
      }),
      'project.load': () => ({ absent_files: [], absent_columns: [] }),
      'decisions.load': () => this.review.load(new TextDecoder().decode(this.taken)),
      'decisions.export': () => this.leave(new TextEncoder().encode(this.review.text())),
      'review.apply': () => this.applyDecisions(),
      'export.start': () => this.startExport(String(args.kind), String(args.format)),
      'export.part': () => this.leave(new TextEncoder().encode(this.parts[Number(args.index)] ?? '')),
    };
    if (/^(fieldwork|returns)\./.test(method)) {
      return this.fieldwork.answer(method, args, (bytes) => this.leave(bytes), this.opened.name);
    }
    const handler =
      handlers[method] ??
      (this.result && answerList(this.result, this.places(), method, args as Record<string, unknown>)) ??
      this.planning?.handler(method, args) ??
      this.minutes.answer(method, args) ??
      (/^(decisions|review|audit)\./.test(method) && (() => this.review.answer(method, args)));
    if (!handler) throw { code: 'request.unknown', params: { method } };
    return handler();
  }

  private leave(bytes: Uint8Array): void {
    this.left = bytes;
  }

  private candidates(bytes: Uint8Array): void {
    if (this.stage !== 'score') throw { code: 'match.not_run' };
    this.leave(bytes);
  }

  private keep(wanted: (source: FakeSource) => boolean): void {
    this.sources = this.sources.filter(wanted);
  }

  private applyDecisions(): void {
    this.review.apply();
    this.work = kStages.indexOf('cluster') * kStepsPerStage;
  }

  private cancel(): void {
    this.result = undefined;
  }

  private makeSample(seed: number): unknown {
    this.files = fakeFiles(300, seed);
    return { files: this.files.map(({ name, text }) => ({ name, size: text.length })) };
  }

  private startExport(kind: string, format: string): unknown {
    const rows = kind === 'persons' ? this.results.persons : this.results.rows;
    this.parts = [format === 'xlsx' ? 'PK' : 'nik,nama\n', rows.map((row) => `${row.nik},${row.name}\n`).join('')];
    return { name: `${kind}.${format}`, parts: this.parts.length };
  }

  private get planning(): FakePlanning | undefined {
    const settings = (): object => this.minutes.answer('settings', {})?.() as object;
    return this.result && new FakePlanning(this.result, this.places(), settings, (rows) => this.keepView(rows));
  }

  private get results(): FakeResult {
    if (!this.result) throw { code: 'match.not_run' };
    return this.result;
  }

  private openedText(): string {
    return this.opened.bytes.map((bytes) => new TextDecoder().decode(bytes)).join('');
  }

  private closeFile(readings: Reading[]): unknown {
    const source = readTable(this.opened.name, this.openedText(), ++this.lastId);
    this.sources.push(source);
    const known = readings.find(({ shape }) => shape === source.source.shape);
    return { sources: [known ? this.readAs(source, known.mapping, 'memory') : source.source] };
  }

  private readAs(old: FakeSource, mapping: Record<string, string>, readBy: FakeSource['source']['read_by']): unknown {
    const { file, header_line, id } = old.source;
    const fresh = understand(file, old.cells, header_line - 1, Number(id), mapping);
    fresh.source.read_by = readBy;
    this.sources = this.sources.map((each) => (each === old ? fresh : each));
    return fresh.source;
  }

  /** "dtks 1" and "dtks 2" are one list; "versi 1" and "versi 2" are two; what an officer says holds. */
  private joined(name: string): FakeSource['source']['joined'] {
    const alone = { list: '', why: 'alone' as const, like: '', in_both: 0, by_officer: false };
    const told = this.lists.get(name) ?? '';
    const stem = name.replace(/ \d$/, '');
    const names = this.sources.map(({ source }) => source.name);
    if (told !== '') {
      const others = names.some((each) => each !== name && this.lists.get(each) === told);
      return others ? { ...alone, list: told, why: 'joined', by_officer: true } : { ...alone, by_officer: true };
    }
    const like = names.find((each) => each !== name && each.replace(/ \d$/, '') === stem && !this.lists.get(each));
    if (like === undefined) return alone;
    return stem === 'versi'
      ? { ...alone, why: 'same_people', like, in_both: 0.94 }
      : { ...alone, list: stem, why: 'joined' };
  }

  private openHead(file: string, size: number): unknown {
    this.headFile = file;
    return { from: 0, to: Math.min(size, 1000) };
  }

  private head(): unknown {
    const { source, cells, states } = readTable(this.headFile, new TextDecoder().decode(this.taken), 0);
    return { source, rows: cells.map((row, i) => ({ line: i + 1, cells: row, state: states[i] })) };
  }

  private fileImage(): unknown {
    readTable(this.opened.name, this.openedText(), 0); // throws what file.close would
    this.leaving = [new TextEncoder().encode(this.opened.name), ...this.opened.bytes];
    return { parts: this.leaving.length };
  }

  private takeFile(): unknown {
    const [name, ...bytes] = this.put;
    this.opened = { name: new TextDecoder().decode(name), bytes };
    this.put = [];
    return this.closeFile([]);
  }

  private preview(args: Args): unknown {
    const { cells, states } = this.sourceOf(args.source);
    const rows = cells.map((row, i) => ({ line: i + 1, cells: row, state: states[i] }));
    return { rows: rows.slice(Number(args.from), Number(args.to)), total: cells.length };
  }

  private setSource(patch: SourcePatch): unknown {
    const old = this.sourceOf(patch.source);
    const fresh = understand(
      old.source.file,
      old.cells,
      (patch.header_line ?? old.source.header_line) - 1,
      Number(old.source.id),
      patch.mapping ?? {},
    );
    const { header_line: _line, mapping: _mapping, source: _source, list, ...rest } = patch;
    if (list !== undefined) this.lists.set(old.source.name, list);
    const read_by = patch.header_line || patch.mapping ? 'officer' : old.source.read_by;
    Object.assign(
      fresh.source,
      { read_by, owner: old.source.owner, data_date: old.source.data_date, valid_until: old.source.valid_until },
      rest,
    );
    this.sources = this.sources.map((each) => (each === old ? fresh : each));
    return fresh.source;
  }

  private sourceOf(id: unknown): FakeSource {
    const found = this.sources.find((each) => each.source.id === id);
    if (!found) throw { code: 'request.invalid', params: { where: 'source' } };
    return found;
  }

  private estimate(): unknown {
    const rows = this.sources.reduce((sum, each) => sum + each.source.rows, 0);
    const rules = [
      { name: 'nik', pairs: rows * 2, oversize: 0 },
      { name: 'name+birth_date', pairs: rows * 5, oversize: 1 },
    ];
    const lists = this.sources.map(({ source }) => ({ source: source.id, bytes: source.rows * FakePadan.bytesPerRow }));
    const bytes = { lists: 0, run: rows * FakePadan.bytesPerRow, helper: rows * 200 };
    return { rows, pairs: rows * 7, rules, lists, bytes, ms: { alone: rows / 20, shared: rows / 30 } };
  }

  private startRun(): void {
    if (this.sources.length === 0) throw { code: 'match.nothing' };
    this.work = 0;
    this.partitions = new Set();
  }

  private get stage(): string | undefined {
    return kStages[Math.floor(this.work / kStepsPerStage)];
  }

  private step(): unknown {
    for (const until = performance.now() + FakePadan.stepMs; performance.now() < until; );
    this.work += 1;
    const stage = this.stage;
    if (!stage) {
      this.result = new FakeResult(this.sources);
      return { stage: 'finished', done: 1, total: 1, finished: true };
    }
    return { stage, done: (this.work % kStepsPerStage) * 1250, total: kStepsPerStage * 1250, finished: false };
  }

  private places(): Place[] {
    const names = [...new Set(this.results.persons.map((person) => person.village))];
    return names.map((village) => {
      const persons = this.results.persons.filter((person) => person.village === village).length;
      return { code: village, district: 'CONTOH', village, persons, families: Math.ceil(persons / 3) };
    });
  }

  private openView(query: ViewQuery): unknown {
    return this.keepView(this.results.select(query));
  }

  private viewRows({ view, from, to }: Args): unknown {
    return { rows: this.views.get(Number(view))?.slice(Number(from), Number(to)) };
  }

  private keepView(rows: ViewRow[]): { view: number; total: number } {
    const view = this.views.size + 1000 + this.work++;
    this.views.set(view, rows);
    return { view, total: rows.length };
  }
}

export function loadModule(): Promise<PadanModule> {
  FakePadan.stepMs = 25;
  return Promise.resolve({ Padan: FakePadan });
}

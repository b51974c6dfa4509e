// Seals, versions and the sections of a project, as far as screens need them. The seal of the fake is a number in disguise.

import type { MinutesFigures, Version, VersionDetail } from '../../../web/src/engine/minutes-protocol';
import type { AuthorityRule } from '../../../web/src/engine/unified-protocol';
import { kFakeLokus, kFakePriority } from './fake-planning';
import type { FakeResult } from './fake-result';

type Args = Record<string, unknown>;

const kParts = 5;

export class FakeMinutes {
  private settings: Args = {
    rules: { pbi_ceiling: 5 },
    authority: { rules: [{ topic: 'nik', order: [{ kind: 'civil_registry' }], basis: 'UU 24/2013' }] },
    exports: { templates: [{ name: 'DTKS', columns: [{ header: 'nomor_nik', from: 'nik' }] }] },
    about: { name: '', region: '', meeting: '', year: '' },
    priority: kFakePriority,
    lokus: kFakeLokus,
    programmes: { list: [] },
    minutes: {},
  };
  private versions: VersionDetail[] = [];
  private step = 0;

  constructor(
    private readonly results: () => FakeResult,
    private readonly leave: (text: string) => void,
    private readonly taken: () => string,
  ) {}

  /** Undefined for a method that is not its own. */
  answer(method: string, args: Args): (() => unknown) | undefined {
    const handlers: Record<string, () => unknown> = {
      settings: () => this.settings,
      'settings.set': () => {
        this.settings = { ...this.settings, ...args };
        return { again: false };
      },
      'authority.in_force': () => this.authority(),
      figures: () => this.figures(),
      versions: () => this.versions.map(({ figures: _, inputs: __, outputs: ___, ...version }): Version => version),
      'versions.freeze': () => this.freeze(args),
      'versions.figures': () => this.versions[Number(args.version)],
      'versions.file': () => this.leave(JSON.stringify(this.versions[Number(args.version)])),
      'versions.drop': () => void this.versions.splice(Number(args.version), 1),
      'seal.start': () => {
        this.step = 0;
        return { parts: kParts };
      },
      'seal.step': () => this.sealStep(),
      'project.pack': () => this.leave(JSON.stringify({ settings: this.settings, versions: this.versions })),
      'project.unpack': () => this.unpack(),
      'project.files': () => [],
    };
    return handlers[method];
  }

  private authority(): AuthorityRule[] {
    return (this.settings.authority as { rules: AuthorityRule[] }).rules;
  }

  private figures(): MinutesFigures {
    const { counts, sources } = this.results().summary();
    return {
      as_of: '2026-11-22',
      official: { by_registers: true, persons: counts.persons, families: counts.families },
      counts: { ...counts, excluded: 0, open_pairs: counts.review_pairs, receiving: 17, decisions: 0 },
      sources: sources.map((source) => ({
        ...source,
        file: `${source.name}.csv`,
        sheet: '',
        kind: '',
        owner: 'Dinsos',
        level: '',
        data_date: '2026-11-01',
        valid_until: '',
        fiscal_year: '',
        excluded: 0,
      })),
      by_lists: [{ lists: 1, persons: counts.persons, families: counts.families }],
      regencies: [],
      districts: [],
      findings: [{ code: 'nik_damaged', severity: 'fault', subject: 'row', count: 12 }],
    };
  }

  private get seal(): string {
    return String(this.results().summary().counts.persons).padStart(64, 'a');
  }

  private sealStep(): unknown {
    this.step += 1;
    const done = Math.min(this.step, kParts);
    return this.step > kParts
      ? { done, total: kParts, finished: true, seal: this.seal, inputs: [], outputs: [] }
      : { done, total: kParts, finished: false, file: 'persons.csv' };
  }

  private freeze(args: Args): unknown {
    const figures = this.figures();
    const said = args as unknown as Pick<Version, 'name' | 'year' | 'at' | 'by' | 'capacity'>;
    const hashed = [{ name: 'dtks.csv', sha256: this.seal }];
    const { as_of, counts } = figures;
    const authority = this.authority();
    this.versions.push({ ...said, seal: this.seal, as_of, counts, figures, authority, inputs: hashed, outputs: [] });
    return { version: this.versions.length - 1 };
  }

  private unpack(): unknown {
    try {
      const { settings, versions } = JSON.parse(this.taken()) as { settings: Args; versions: VersionDetail[] };
      this.settings = { ...this.settings, ...settings };
      this.versions = versions ?? [];
    } catch {
      throw { code: 'config.invalid', params: {} };
    }
    return { absent_files: [], absent_columns: [], comparisons: 0, decisions: 0, versions: this.versions.length };
  }
}

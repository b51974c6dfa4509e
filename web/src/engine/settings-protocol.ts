// Sections of project.json that the officer sets: docs/dev/api.md, "Settings".

import type { LokusSettings, PrioritySettings, ProgrammePlan } from './planning-protocol';
import type { AuthorityRule, ExportTemplate } from './unified-protocol';

export interface About {
  name: string; // of the work
  region: string;
  meeting: string;
  year: string; // that is planned for
}

export interface Settings {
  about: About;
  minutes: object; // a MinutesDraft, once somebody has written one
  rules: { pbi_ceiling: number };
  exports: { templates?: ExportTemplate[] }; // {}: the defaults
  authority: { rules?: AuthorityRule[] }; // {}: the defaults
  priority: PrioritySettings;
  lokus: LokusSettings;
  programmes: { list: ProgrammePlan[] };
}

export interface SettingsCalls {
  settings: { args: Record<string, never>; value: Settings };
  /** Sections that are not given stay. again: results were dropped, and the next steps of the run make them anew. */
  'settings.set': { args: Partial<Settings & { fieldwork: object }>; value: { again: boolean } };
}

// Sections of project.json that the officer sets: docs/dev/api.md, "Settings".

import type { LokusSettings, PrioritySettings, ProgrammePlan } from './planning-protocol';

export interface Settings {
  rules: { pbi_ceiling: number };
  priority: PrioritySettings;
  lokus: LokusSettings;
  programmes: { list: ProgrammePlan[] };
}

export interface SettingsCalls {
  settings: { args: Record<string, never>; value: Settings };
  /** Sections that are not given stay. again: results were dropped, and the next steps of the run make them anew. */
  'settings.set': { args: Partial<Settings>; value: { again: boolean } };
}

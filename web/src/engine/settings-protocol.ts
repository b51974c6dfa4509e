// Sections of project.json that the officer sets: docs/dev/api.md, "Settings".

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
}

export interface SettingsCalls {
  settings: { args: Record<string, never>; value: Settings };
  /** Sections that are not given stay. again: results were dropped, and the next steps of the run make them anew. */
  'settings.set': { args: Partial<Settings>; value: { again: boolean } };
}

// The hash names the view: #/satu-data?unit=rows&person=12. Back, reload and a shared address lead to the same place.

export const kScreens = [
  'beranda',
  'berkas',
  'padankan',
  'tinjau',
  'satu-data',
  'prioritas',
  'program',
  'verval',
  'berita-acara',
  'riwayat',
] as const;
export type ScreenName = (typeof kScreens)[number];

export interface Route {
  screen: ScreenName;
  params: Readonly<Record<string, string>>;
}

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const screen = kScreens.find((name) => name === path) ?? 'beranda';
  return { screen, params: Object.fromEntries(new URLSearchParams(query)) };
}

export function formatRoute(route: Route): string {
  const kept = Object.entries(route.params).filter(([, value]) => value !== '');
  const query = new URLSearchParams(kept).toString();
  return `#/${route.screen}${query === '' ? '' : `?${query}`}`;
}

/** The same screen with some parameters changed; an empty value takes one away. */
export function withParams(route: Route, changes: Readonly<Record<string, string>>): Route {
  return { screen: route.screen, params: { ...route.params, ...changes } };
}

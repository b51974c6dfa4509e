// Which part of the region a picture or a list is about: kept in the address, shared by the parts of the screen.

import type { App } from '../../app';
import type { Place } from '../../engine/protocol';
import { number, t } from '../../i18n';
import { type Child, el } from '../../lib/dom';
import { changeRoute, lokusField } from '../plan-parts';

export interface KnownRegion {
  places: readonly Place[];
  hasLokus: boolean; // somebody has chosen priority villages
}

export async function knownRegion(app: App): Promise<KnownRegion> {
  const [places, { lokus }] = await Promise.all([app.engine.call('places', {}), app.engine.call('settings', {})]);
  return { places, hasLokus: lokus.mode !== 'none' };
}

/** A village, or else a district, or else everything; and of it the priority villages alone. */
export function regionFilter(app: App, { places, hasLokus }: KnownRegion, style: 'field' | 'inline'): Child[] {
  const { unified, list: words } = t();
  const { village = '', district = '', lokus = '' } = app.store.state.route.params;
  const districts = [...new Set(places.map((place) => place.district).filter((name) => name !== ''))];
  const choose = (event: Event): void => {
    const [kind = '', value = ''] = (event.target as HTMLSelectElement).value.split(/:(.*)/s);
    changeRoute(app, { village: '', district: '', ...(kind !== '' && { [kind]: value }) });
  };
  const option = (value: string, text: string, selected: boolean): HTMLElement =>
    el('option', { value, selected }, text);
  const select = el(
    'select',
    { 'data-testid': 'region', 'data-key': 'region', onchange: choose },
    option('', words.everywhere, village === '' && district === ''),
    ...districts.map((name) =>
      el(
        'optgroup',
        { label: name },
        option(`district:${name}`, `${words.district} ${name}`, village === '' && district === name),
        ...places
          .filter((place) => place.district === name)
          .map((place) =>
            option(`village:${place.code}`, `${place.village} (${number(place.persons)})`, village === place.code),
          ),
      ),
    ),
    ...places
      .filter((place) => place.district === '')
      .map((place) => option(`village:${place.code}`, place.village, village === place.code)),
    option('village:?', `${unified.village}: ${words.unknownVillage}`, village === '?'),
  );
  return [
    places.length > 1 &&
      (style === 'field'
        ? el('label', { class: 'field' }, el('span', {}, words.region), select)
        : el('label', { class: 'inline' }, `${words.region} `, select)),
    (hasLokus || lokus !== '') && lokusField(app),
  ];
}

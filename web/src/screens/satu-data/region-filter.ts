// Which part of the region a picture is about: kept in the address, shared by the parts of the screen.

import type { App } from '../../app';
import type { Place } from '../../engine/protocol';
import { number, t } from '../../i18n';
import { el } from '../../lib/dom';
import { withParams } from '../../state/route';
import { kClosed } from '../doors';

export interface RegionQuery {
  village?: string;
  district?: string;
}

/** A village, or else a district, or else everything. */
export function regionOf(app: App): RegionQuery {
  const { village = '', district = '' } = app.store.state.route.params;
  return village !== '' ? { village } : district !== '' ? { district } : {};
}

export function regionFilter(app: App, places: readonly Place[]): HTMLElement {
  const { unified, list: words } = t();
  const { village = '', district = '' } = app.store.state.route.params;
  const districts = [...new Set(places.map((place) => place.district).filter((name) => name !== ''))];
  const choose = (event: Event): void => {
    const [kind = '', value = ''] = (event.target as HTMLSelectElement).value.split(/:(.*)/s);
    const params = { ...kClosed, village: '', district: '', ...(kind !== '' && { [kind]: value }) };
    app.actions.go(withParams(app.store.state.route, params), true);
  };
  const option = (value: string, text: string, selected: boolean): HTMLElement =>
    el('option', { value, selected }, text);
  return el(
    'label',
    { class: 'inline' },
    `${words.region} `,
    el(
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
    ),
  );
}

// Parts that the planning screens and the one list share: nothing yet, the places to choose from, a note of what went wrong.

import type { App } from '../app';
import type { PlaceFilter } from '../engine/planning-protocol';
import type { Place } from '../engine/protocol';
import { errorSentence, number, t } from '../i18n';
import { type Child, el } from '../lib/dom';
import { type Route, withParams } from '../state/route';
import { kClosed } from './doors';

export function nothingYet(): HTMLElement {
  const { plan } = t();
  return el(
    'div',
    { class: 'empty' },
    el('p', { class: 'empty-title' }, plan.none),
    el('p', { class: 'muted' }, plan.noneHint),
    el('a', { class: 'button primary', href: '#/padankan' }, plan.toMatch),
  );
}

export function failed(error: unknown): HTMLElement {
  const { what, act } = errorSentence(error);
  return el('p', { class: 'bad', role: 'alert' }, `${what} ${act}`);
}

/** Village, district and lokus as the address has them. */
export function placeOf(route: Route): PlaceFilter {
  const { village = '', district = '', lokus = '' } = route.params;
  return {
    ...(village !== '' && { village }),
    ...(district !== '' && { district }),
    ...(lokus !== '' && { lokus: true }),
  };
}

/** Every change closes what was opened from the old figures. */
export function changeRoute(app: App, part: Record<string, string>): void {
  app.actions.go(withParams(app.store.state.route, { ...kClosed, ...part }), true);
}

export function selectField(
  key: string,
  label: string,
  value: string,
  options: readonly (readonly [string, string])[],
  change: (value: string) => void,
): HTMLElement {
  return el(
    'label',
    { class: 'field' },
    el('span', {}, label),
    el(
      'select',
      {
        'data-key': key,
        'data-testid': `filter-${key}`,
        onchange: (event: Event) => change((event.target as HTMLSelectElement).value),
      },
      ...options.map(([option, word]) => el('option', { value: option, selected: option === value }, word)),
    ),
  );
}

/** A whole number from 0 (or least) on; what is no number goes back to what was there. */
export function numberField(
  key: string,
  label: string,
  value: number,
  { least = 0, most = 999_999_999, hint = '' }: { least?: number; most?: number; hint?: string },
  change: (value: number) => void,
): HTMLElement {
  const input = el('input', {
    type: 'number',
    inputmode: 'numeric',
    min: least,
    max: most,
    step: 1,
    value: String(value),
    'data-key': key,
    'data-testid': key,
    onchange: () => {
      const typed = Number(input.value);
      if (input.value !== '' && Number.isInteger(typed) && typed >= least && typed <= most) {
        change(typed);
      } else {
        input.value = String(value);
      }
    },
  });
  return el('label', { class: 'field number' }, el('span', {}, label), input, hint !== '' && el('small', {}, hint));
}

/** District, village, lokus: those that there are. */
export function placeFields(app: App, places: readonly Place[], hasLokus: boolean): Child[] {
  const { plan } = t();
  const { village = '', district = '', lokus = '' } = app.store.state.route.params;
  const districts = [...new Set(places.map((place) => place.district))].filter((name) => name !== '');
  const villages = places.filter((place) => district === '' || place.district === district);
  return [
    districts.length > 1 &&
      selectField(
        'district',
        plan.district,
        district,
        [['', plan.anyDistrict], ...districts.map((name) => [name, name] as const)],
        (value) => changeRoute(app, { district: value, village: '' }),
      ),
    villages.length > 1 &&
      selectField(
        'village',
        plan.village,
        village,
        [
          ['', plan.anyVillage],
          ...villages.map((each) => [each.code, `${each.village} (${number(each.persons)})`] as const),
        ],
        (value) => changeRoute(app, { village: value }),
      ),
    (hasLokus || lokus !== '') && lokusField(app),
  ];
}

/** The priority villages alone. */
export function lokusField(app: App): HTMLElement {
  return el(
    'label',
    { class: 'inline' },
    el('input', {
      type: 'checkbox',
      checked: (app.store.state.route.params.lokus ?? '') !== '',
      'data-key': 'lokus',
      'data-testid': 'filter-lokus',
      onchange: (event: Event) => changeRoute(app, { lokus: (event.target as HTMLInputElement).checked ? '1' : '' }),
    }),
    ` ${t().plan.onlyLokus}`,
  );
}

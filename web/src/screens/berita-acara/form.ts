// The form of the minutes: everything people write. Numbers are not in it.

import type { App } from '../../app';
import { fill, number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import {
  type FollowUp,
  kActing,
  kNobody,
  kPartRoles,
  kPresets,
  kTables,
  type MinutesDraft,
  type Participant,
  type TextField,
  type TextList,
} from '../../state/minutes-draft';
import { changePreset, withRegencies } from '../../state/minutes-presets';
import { choiceField, group, itemList, linesField, textField, tick } from './fields';

const kMatrix = '#/satu-data?part=authority';

/** Draws itself anew only when items come and go: what somebody types in keeps its place. */
export function minutesForm(app: App): HTMLElement {
  const place = el('form', { class: 'minutes-form', onsubmit: (event: Event) => event.preventDefault() });
  const draw = (): void => {
    const unfolded = new Map([...place.querySelectorAll('details')].map((each) => [each.dataset.part, each.open]));
    redraw(place, ...parts(app, draw, unfolded));
  };
  draw();
  return place;
}

/** unfolded: as the officer has left each part; empty at first. */
function parts(app: App, draw: () => void, unfolded: ReadonlyMap<string | undefined, boolean>): HTMLElement[] {
  const words = t().minutes;
  const draft = (): MinutesDraft => app.minutes.store.state.draft;
  const set = (part: Partial<MinutesDraft>): void => app.minutes.write({ ...draft(), ...part });
  const line = (key: TextField, type?: string): HTMLElement =>
    textField(words.fields[key], draft()[key], (value) => set({ [key]: value }), {
      id: `minutes-${key}`,
      ...(type === undefined ? {} : { type }),
    });
  const lines = (key: TextList): HTMLElement =>
    linesField(words.fields[key], words.onePerLine, draft()[key], (items) => set({ [key]: items }));
  const part = (key: keyof typeof words.groups, open: boolean, ...children: HTMLElement[]): HTMLElement => {
    const made = group(words.groups[key], unfolded.get(key) ?? open, ...children);
    made.dataset.part = key;
    return made;
  };
  return [
    choiceField(
      words.preset,
      kPresets,
      draft().preset,
      words.presets,
      (preset) => {
        app.minutes.write(changePreset(draft(), preset));
        draw();
      },
      'minutes-preset',
    ),
    part('head', true, line('government'), line('agency'), line('address'), line('number'), line('title')),
    part('meeting', true, line('meeting'), line('date', 'date'), line('time'), line('place'), line('chair')),
    part('basis', false, lines('bases'), lines('follows')),
    part('people', false, people(draft(), set, draw), ...regencySigners(app, draft, set, draw)),
    part(
      'agreements',
      false,
      lines('agreements'),
      tick(words.authority, draft().authority, (authority) => set({ authority })),
      el('p', { class: 'muted' }, words.authorityHint, ' ', el('a', { href: kMatrix }, words.authorityChange)),
      followUps(draft(), set, draw),
    ),
    part('closing', false, line('commitment'), line('deadline', 'date'), line('contact'), lines('attachments')),
    part('tables', false, ...tableTicks(draft, set)),
  ];
}

function people(draft: MinutesDraft, set: (part: Partial<MinutesDraft>) => void, draw: () => void): HTMLElement {
  const words = t().minutes;
  return itemList<Participant>(
    draft.participants,
    { add: words.addPerson, remove: words.remove, item: (n) => fill(words.personN, { n: number(n) }) },
    kNobody,
    (participants, anew) => {
      set({ participants });
      if (anew) {
        draw();
      }
    },
    (person, edit) => {
      let now = person;
      const change = (part: Partial<Participant>): void => {
        now = { ...now, ...part };
        edit(now);
      };
      return [
        textField(words.person.name, person.name, (name) => change({ name })),
        textField(words.person.position, person.position, (position) => change({ position })),
        textField(words.person.nip, person.nip, (nip) => change({ nip })),
        textField(words.person.agency, person.agency, (agency) => change({ agency })),
        choiceField(words.person.role, kPartRoles, person.role, words.roles, (role) => change({ role })),
        choiceField(words.person.acting, kActing, person.acting, words.acting, (acting) => change({ acting })),
        textField(words.person.principal, person.principal, (principal) => change({ principal })),
      ];
    },
  );
}

/** Minutes of a province are signed by every regency: one button, not eight forms. */
function regencySigners(
  app: App,
  draft: () => MinutesDraft,
  set: (part: Partial<MinutesDraft>) => void,
  draw: () => void,
): HTMLElement[] {
  const words = t().minutes;
  const regencies = app.minutes.store.state.chosen?.figures.regencies ?? [];
  if (regencies.length < 2) {
    return [];
  }
  const add = (): void => {
    set({ participants: withRegencies(draft().participants, regencies) });
    draw();
  };
  const label = fill(words.addRegencies, { n: number(regencies.length) });
  return [el('button', { type: 'button', class: 'button', 'data-testid': 'minutes-regencies', onclick: add }, label)];
}

function followUps(draft: MinutesDraft, set: (part: Partial<MinutesDraft>) => void, draw: () => void): HTMLElement {
  const words = t().minutes;
  return itemList<FollowUp>(
    draft.followUps,
    { add: words.addFollowUp, remove: words.remove, item: (n) => fill(words.followUpN, { n: number(n) }) },
    { what: '', owner: '', due: '' },
    (items, anew) => {
      set({ followUps: items });
      if (anew) {
        draw();
      }
    },
    (item, edit) => {
      let now = item;
      const change = (part: Partial<FollowUp>): void => {
        now = { ...now, ...part };
        edit(now);
      };
      return [
        textField(words.followUp.what, item.what, (what) => change({ what })),
        textField(words.followUp.owner, item.owner, (owner) => change({ owner })),
        textField(words.followUp.due, item.due, (due) => change({ due }), { type: 'date' }),
      ];
    },
  );
}

function tableTicks(draft: () => MinutesDraft, set: (part: Partial<MinutesDraft>) => void): HTMLElement[] {
  const words = t().minutes;
  return [
    ...kTables.map((name) =>
      tick(words.tables[name], draft().tables.includes(name), (on) =>
        set({ tables: kTables.filter((each) => (each === name ? on : draft().tables.includes(each))) }),
      ),
    ),
    tick(words.definitions, draft().definitions, (definitions) => set({ definitions })),
  ];
}

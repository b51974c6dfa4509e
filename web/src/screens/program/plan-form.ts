// What an officer says of a programme.

import type { App } from '../../app';
import { type Fund, kFunds, type PlanUnit, type ProgrammePlan } from '../../engine/planning-protocol';
import { errorSentence, fill, number, t, term } from '../../i18n';
import { el } from '../../lib/dom';
import { titleOf } from './doors';

const kNew: ProgrammePlan = {
  name: '',
  title: '',
  agency: '',
  fund: '',
  year: '',
  quota: null,
  amount: 0,
  unit: 'families',
  ceiling: 0,
};

/** plan: undefined for a new one. */
export function planForm(
  app: App,
  plan: ProgrammePlan | undefined,
  close: () => void,
  changed: () => void,
): HTMLElement {
  const { program, plan: words } = t();
  const start = plan ?? kNew;
  const status = el('p', { class: 'small bad', role: 'status' });
  const text = (key: string, value: string): HTMLInputElement =>
    el('input', { value, 'data-key': `plan-${key}`, 'data-testid': `plan-${key}`, autocomplete: 'off' });
  const count = (key: string, value: number | null): HTMLInputElement =>
    el('input', {
      type: 'number',
      min: 0,
      step: 1,
      value: value === null || (key === 'amount' && value === 0) ? '' : String(value),
      'data-key': `plan-${key}`,
      'data-testid': `plan-${key}`,
    });
  const choice = (key: string, value: string, options: readonly (readonly [string, string])[]): HTMLSelectElement =>
    el(
      'select',
      { 'data-key': `plan-${key}`, 'data-testid': `plan-${key}` },
      ...options.map(([option, word]) => el('option', { value: option, selected: option === value }, word)),
    );
  const fields = {
    name: text('name', start.name),
    title: text('title', start.title),
    agency: text('agency', start.agency),
    year: text('year', start.year),
    fund: choice(
      'fund',
      start.fund,
      kFunds.map((fund) => [fund, term(words.funds, fund)] as const),
    ),
    unit: choice('unit', start.unit, [
      ['families', words.families],
      ['persons', words.persons],
    ]),
    ceiling: choice('ceiling', String(start.ceiling), [
      ['0', program.noCeiling],
      ...Array.from({ length: 10 }, (_, i) => [String(i + 1), number(i + 1)] as const),
    ]),
    quota: count('quota', start.quota),
    amount: count('amount', start.amount),
  };
  const save = async (): Promise<void> => {
    const { programmes } = await app.engine.call('settings', {});
    const said: ProgrammePlan = {
      name: (plan?.name ?? fields.name.value).trim(),
      title: fields.title.value.trim(),
      agency: fields.agency.value.trim(),
      fund: fields.fund.value as Fund,
      year: fields.year.value.trim(),
      quota: fields.quota.value === '' ? null : Number(fields.quota.value),
      amount: Number(fields.amount.value),
      unit: fields.unit.value as PlanUnit,
      ceiling: Number(fields.ceiling.value),
    };
    try {
      const others = programmes.list.filter((each) => each.name !== said.name);
      await app.actions.applySettings({ programmes: { list: [...others, said] } });
      close();
      changed();
    } catch (error) {
      status.textContent = errorSentence(error).what;
    }
  };
  const field = (label: string, control: HTMLElement): HTMLElement =>
    el('label', { class: 'field' }, el('span', {}, label), control);
  return el(
    'form',
    {
      class: 'plan-form',
      'data-testid': 'plan-form',
      onsubmit: (event: Event) => {
        event.preventDefault();
        void save();
      },
    },
    el('h2', {}, plan ? fill(program.editTitle, { programme: titleOf(plan) }) : program.add),
    el(
      'div',
      { class: 'facets wide' },
      !plan && field(program.name, fields.name),
      field(program.titleField, fields.title),
      field(program.agency, fields.agency),
      field(program.fund, fields.fund),
      field(program.year, fields.year),
      field(program.unit, fields.unit),
      field(program.ceiling, fields.ceiling),
      field(program.quota, fields.quota),
      field(program.amount, fields.amount),
    ),
    el(
      'p',
      { class: 'choices-line' },
      el('button', { type: 'submit', class: 'button primary', 'data-testid': 'plan-save' }, program.save),
      el('button', { type: 'button', class: 'quiet', onclick: close }, program.cancel),
    ),
    status,
  );
}

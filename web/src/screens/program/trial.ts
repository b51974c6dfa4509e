// What would happen: another decile limit, quota or price of one programme, at once.

import type { App } from '../../app';
import type { PlaceFilter, ProgrammesAnswer, TrialDoor, TrialRequest } from '../../engine/planning-protocol';
import { fill, number, t } from '../../i18n';
import { el, redraw, rich } from '../../lib/dom';
import { doorNumber, type PlanDoor } from '../doors';
import { failed, numberField, selectField } from '../plan-parts';
import { eligibleDoor, titleOf, unknownDoor } from './doors';
import { rupiah } from './programmes';

export function trial(
  app: App,
  { programmes }: ProgrammesAnswer,
  place: PlaceFilter,
  signal: AbortSignal,
): HTMLElement | false {
  const { program } = t();
  const [first] = programmes;
  if (!first) {
    return false;
  }
  let plan = first;
  let tried = { ceiling: plan.ceiling, quota: plan.quota ?? plan.receivers, amount: plan.amount };
  let asked = 0;
  const title = el('h2');
  const fields = el('div', { class: 'facets wide' });
  const outcome = el('div', { class: 'preview', role: 'status', 'data-testid': 'trial-outcome' });
  const refresh = async (): Promise<void> => {
    const mine = ++asked;
    const request: TrialRequest = { ...place, name: plan.name, ...tried };
    try {
      const answer = await app.engine.call('programmes.try', request);
      if (mine !== asked || signal.aborted) {
        return;
      }
      const door = (which: TrialDoor, titleKey: string): PlanDoor<'programmes.try.open'> => ({
        method: 'programmes.try.open',
        args: { ...request, which },
        unit: answer.unit,
        title: titleKey,
        values: { programme: titleOf(plan) },
      });
      redraw(
        outcome,
        el(
          'p',
          {},
          ...rich(program.tryAnswer, {
            targeted: doorNumber(app, answer.targeted, door('targeted', 'tryTargeted'), 'try-targeted'),
            eligible: doorNumber(app, answer.eligible, eligibleDoor(plan, tried.ceiling, place), 'try-eligible'),
            entered: doorNumber(app, answer.entered, door('entered', 'tryEntered'), 'try-entered'),
            left: doorNumber(app, answer.left, door('left', 'tryLeft'), 'try-left'),
            stayed: doorNumber(app, answer.stayed, door('stayed', 'tryStayed'), 'try-stayed'),
          }),
        ),
        answer.unknown > 0 &&
          tried.ceiling > 0 &&
          el(
            'p',
            { class: 'small' },
            ...rich(program.tryUnknown, { n: doorNumber(app, answer.unknown, unknownDoor(plan, place)) }),
          ),
        el(
          'p',
          { class: 'small' },
          answer.cost_after === null
            ? program.tryNoCost
            : fill(program.tryCost, { before: rupiah(answer.cost), after: rupiah(answer.cost_after) }),
        ),
      );
    } catch (error) {
      redraw(outcome, failed(error));
    }
  };
  const change = (part: Partial<typeof tried>): void => {
    tried = { ...tried, ...part };
    void refresh();
  };
  const draw = (): void => {
    title.textContent = fill(program.try, { programme: titleOf(plan) });
    const choose = (name: string): void => {
      plan = programmes.find((each) => each.name === name) ?? plan;
      tried = { ceiling: plan.ceiling, quota: plan.quota ?? plan.receivers, amount: plan.amount };
      draw();
      void refresh();
    };
    const ceilings = Array.from({ length: 11 }, (_, i): [string, string] => [
      String(i),
      i === 0 ? program.noCeiling : number(i),
    ]);
    redraw(
      fields,
      selectField(
        'try-programme',
        program.tryChoose,
        plan.name,
        programmes.map((each) => [each.name, titleOf(each)] as const),
        choose,
      ),
      selectField('try-ceiling', program.ceiling, String(tried.ceiling), ceilings, (value) =>
        change({ ceiling: Number(value) }),
      ),
      numberField('try-quota', program.quota, tried.quota, {}, (quota) => change({ quota })),
      numberField('try-amount', program.amount, tried.amount, {}, (amount) => change({ amount })),
    );
  };
  draw();
  void refresh();
  return el(
    'section',
    { class: 'picture', 'data-testid': 'trial' },
    title,
    el('p', { class: 'muted small' }, program.tryHint),
    fields,
    outcome,
  );
}

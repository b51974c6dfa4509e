// The statement of problems for the agencies: why data are faulty, what each programme leaves open, district by district. It prints as
// it stands.

import type { App } from '../../app';
import type { LokusFigures, PlaceFilter, ProgrammesAnswer, Sheet } from '../../engine/planning-protocol';
import { errorSentence, fill, number, t, term } from '../../i18n';
import { type Child, el } from '../../lib/dom';
import { download } from '../../lib/download';
import { doorNumber, type PlanDoor } from '../doors';
import { knowsDeciles } from '../prioritas/lokus';
import { figureDoor, titleOf } from './doors';
import { saveButton } from './extracts';

interface DistrictFigures {
  district: string;
  families: number;
  poor: number;
  unaided: number;
  unknown: number;
}

export async function forum(app: App, answer: ProgrammesAnswer, place: PlaceFilter): Promise<HTMLElement> {
  const { program, prioritas, plan, terms } = t();
  const [{ findings }, lokus, settings] = await Promise.all([
    app.engine.call('facets', {}),
    app.engine.call('lokus', {}),
    app.engine.call('settings', {}),
  ]);
  const causes = findings.filter((each) => each.count > 0).sort((a, b) => b.count - a.count);
  const gaps = answer.programmes.filter((each) => each.ceiling > 0);
  const districts = byDistrict(lokus);
  const { decile } = settings.lokus;
  const door = (district: string, figure: 'families' | 'poor' | 'unaided' | 'unknown'): PlanDoor<'people.open'> => ({
    method: 'people.open',
    args: {
      unit: 'families',
      select: {
        presence: 'there',
        district: district === '' ? '?' : district, // "?": what no list tells
        ...((figure === 'poor' || figure === 'unaided') && { decile: { min: 1, max: decile } }),
        ...(figure === 'unaided' && { programmes: { max: 0 } }),
        ...(figure === 'unknown' && { decile: { unknown: true as const } }),
      },
    },
    unit: 'families',
    title: { families: 'village', poor: 'villagePoor', unaided: 'villageUnaided', unknown: 'villageUnknown' }[figure],
    values: { village: district === '' ? plan.unknownVillage : district, decile: String(decile) },
  });
  const status = el('p', { class: 'small', role: 'status', 'data-testid': 'extract-forum-status' });
  const save = async (): Promise<void> => {
    const sheets: Sheet[] = [
      {
        name: program.forumCauses,
        headers: [program.forumCause, program.forumCount],
        rows: causes.map(({ code, count }) => [term(terms.findings, code), count]),
      },
      {
        name: program.forumGaps,
        headers: [program.programme, program.ceiling, program.eligible, program.gap, program.nothing, program.above],
        rows: gaps.map((each) => [titleOf(each), each.ceiling, each.eligible, each.gap, each.nothing, each.above]),
      },
      {
        name: plan.district,
        headers: [plan.district, prioritas.families, prioritas.poor, prioritas.unaided, prioritas.unknownDecile],
        rows: districts.map((each) => [each.district, each.families, each.poor, each.unaided, each.unknown]),
      },
    ];
    try {
      const name = `${program.fileNames.forum}.xlsx`;
      download(await app.engine.workbook({ method: 'sheets', args: { sheets } }), name);
      status.className = 'small good';
      status.textContent = fill(program.downloaded, { name });
    } catch (error) {
      status.className = 'small bad';
      status.textContent = errorSentence(error).what;
    }
  };
  return el(
    'section',
    { class: 'extract forum', 'data-testid': 'forum' },
    el('h2', {}, program.extracts.forum),
    el('p', { class: 'muted small' }, program.extractHints.forum),
    el('div', { class: 'choices-line' }, saveButton('extract-forum', save)),
    status,
    table(
      program.forumCauses,
      [program.forumCause, program.forumCount],
      causes.map(({ code, count }) => [
        term(terms.findings, code),
        el('a', { href: `#/satu-data?unit=persons&finding=${encodeURIComponent(code)}` }, number(count)),
      ]),
    ),
    gaps.length > 0 &&
      table(
        program.forumGaps,
        [program.programme, program.ceiling, program.eligible, program.gap, program.nothing],
        gaps.map((each) => [
          titleOf(each),
          number(each.ceiling),
          doorNumber(app, each.eligible, figureDoor(each, 'eligible', place, answer.known)),
          doorNumber(app, each.gap, figureDoor(each, 'gap', place, answer.known)),
          doorNumber(app, each.nothing, figureDoor(each, 'nothing', place, answer.known)),
        ]),
      ),
    table(
      fill(program.forumDistricts, { decile: number(decile) }),
      [plan.district, prioritas.families, prioritas.poor, prioritas.unaided, prioritas.unknownDecile],
      districts.map((each) => [
        each.district === '' ? plan.unknownVillage : each.district,
        ...(['families', 'poor', 'unaided', 'unknown'] as const).map((figure) =>
          (figure === 'poor' || figure === 'unaided') && !knowsDeciles(each)
            ? '–'
            : doorNumber(app, each[figure], door(each.district, figure)),
        ),
      ]),
    ),
  );
}

function byDistrict({ villages }: LokusFigures): DistrictFigures[] {
  const sums = new Map<string, DistrictFigures>();
  for (const { district, families, poor, unaided, unknown } of villages) {
    const sum = sums.get(district) ?? { district, families: 0, poor: 0, unaided: 0, unknown: 0 };
    sums.set(district, {
      district,
      families: sum.families + families,
      poor: sum.poor + poor,
      unaided: sum.unaided + unaided,
      unknown: sum.unknown + unknown,
    });
  }
  return [...sums.values()].sort((a, b) => b.poor - a.poor);
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly Child[])[]): HTMLElement {
  return el(
    'div',
    {},
    el('h3', {}, caption),
    el(
      'div',
      { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': caption },
      el(
        'table',
        { class: 'plain plan-table' },
        el(
          'thead',
          {},
          el('tr', {}, ...heads.map((head, i) => el('th', { scope: 'col', class: i === 0 ? '' : 'numeric' }, head))),
        ),
        el(
          'tbody',
          {},
          ...rows.map(([first, ...rest]) =>
            el(
              'tr',
              {},
              el('th', { scope: 'row' }, first),
              ...rest.map((cell) => el('td', { class: 'numeric' }, cell)),
            ),
          ),
        ),
      ),
    ),
  );
}

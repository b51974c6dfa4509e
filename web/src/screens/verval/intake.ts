// What the files that were dropped last brought: counts, problems by village, contradictions to decide.

import type { App } from '../../app';
import { icon } from '../../components/icons';
import type { Intake, IntakeConflict, IntakeFile, IntakeRemark } from '../../engine/fieldwork-protocol';
import { errorSentence, fill, number, t, term } from '../../i18n';
import { display } from '../../i18n/display';
import { el, redraw, rich } from '../../lib/dom';
import { download } from '../../lib/download';
import { today } from '../../lib/today';
import { kNoWhy } from '../../state/decisions';
import { authorForm } from '../tinjau/author-form';
import { villageName } from './board';
import { type VisitDoor, visitFigure } from './visit-doors';

/** Counts and what to do next. */
export function intakeSection(app: App, signal: AbortSignal): HTMLElement {
  return following(app, 'intake', (intake) => [summed(app, intake)], signal);
}

/** What a person has to decide, and what a village has to mend. */
export function troubleSection(app: App, signal: AbortSignal): HTMLElement {
  return following(
    app,
    'troubles',
    (intake) => [intake.conflicts.length > 0 && conflicts(app, intake), problems(app, intake)],
    signal,
  );
}

function following(
  app: App,
  id: string,
  draw: (intake: Intake) => (HTMLElement | false)[],
  signal: AbortSignal,
): HTMLElement {
  const place = el('div', { class: 'intake', 'data-testid': id });
  const follow = (): void => {
    const { intake } = app.fieldwork.store.state;
    redraw(place, ...(intake ? draw(intake) : []));
  };
  app.fieldwork.store.select((s) => s.intake, follow, signal);
  app.decisions.store.select((s) => `${s.author?.by ?? ''} ${s.live?.pending ?? 0}`, follow, signal);
  return place;
}

/** The sentences of the core come in the language and the masking of the moment. */
export async function refreshIntake(app: App): Promise<void> {
  app.fieldwork.took(await app.engine.call('returns.state', { language: app.store.state.language }));
}

/** What came of the files as a whole. */
function summed(app: App, intake: Intake): HTMLElement {
  const { verval: words } = t();
  return el(
    'section',
    {},
    el('h2', {}, words.intakeTitle),
    el(
      'p',
      { 'data-testid': 'intake-answered', 'data-value': intake.answered },
      ...rich(words.intake, {
        answered: visitFigure(app, intake.answered, { show: 'intake', what: 'answered' }),
        fresh: visitFigure(app, intake.answered - intake.unchanged, { show: 'intake', what: 'fresh' }),
        proposals: visitFigure(app, intake.proposals, { show: 'intake', what: 'proposals' }),
        conflicts: visitFigure(app, intake.conflicts.length, { show: 'intake', what: 'conflicts' }),
      }),
    ),
    doors(app, intake),
  );
}

function doors(app: App, intake: Intake): HTMLElement {
  const { verval: words } = t();
  const status = el('p', { class: 'muted', role: 'status' });
  const pending = app.decisions.store.state.live?.pending ?? 0;
  const attempt = (work: () => Promise<string>): void =>
    void work().then(
      (said) => {
        status.className = 'muted';
        status.textContent = said;
      },
      (error) => {
        status.className = 'bad';
        status.textContent = errorSentence(error).what;
      },
    );
  return el(
    'div',
    {},
    el(
      'div',
      { class: 'export-line' },
      pending > 0 &&
        el(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': 'apply-decisions',
            'data-key': 'apply-decisions',
            title: words.applyHint,
            onclick: () => void app.actions.applyDecisions().then(() => app.fieldwork.refresh()),
          },
          words.apply,
        ),
      intake.proposals > 0 &&
        el(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': 'proposals',
            onclick: () => attempt(() => addProposals(app)),
          },
          fill(words.proposalsSave, { n: number(intake.proposals) }),
        ),
      el(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'escalation',
          onclick: () => attempt(() => saveEscalation(app)),
        },
        icon('down'),
        words.escalation,
      ),
    ),
    status,
  );
}

async function addProposals(app: App): Promise<string> {
  const { name, blob } = await app.engine.saveProposals();
  app.actions.addFiles([new File([blob], name)]);
  download(blob, name); // a list of the result from now on: whoever opens the project elsewhere needs it
  return fill(t().verval.proposalsAdded, { name });
}

async function saveEscalation(app: App): Promise<string> {
  const { name, blob } = await app.engine.saveEscalation({ language: app.store.state.language, contacts: [] });
  download(blob, name);
  return name;
}

function problems(app: App, intake: Intake): HTMLElement {
  const { verval: words } = t();
  const files = intake.files.filter((file) => file.remarks.length > 0);
  return el(
    'section',
    { class: 'problems', 'data-testid': 'problems' },
    el('h2', {}, words.problems),
    files.length === 0
      ? el('p', { class: 'muted' }, words.problemsNone)
      : el('ul', {}, ...files.map((file) => problemsOf(app, file, intake.files.indexOf(file)))),
  );
}

function problemsOf(app: App, file: IntakeFile, at: number): HTMLElement {
  const name = file.village === '' ? file.file : `${villageName(file)}, ${file.district}`;
  return el(
    'li',
    { 'data-testid': 'problem-file', 'data-file': file.file },
    el('b', {}, name),
    file.village !== '' && el('span', { class: 'muted' }, ` ${file.file}`),
    el('ul', {}, ...file.remarks.map((remark, i) => problem(app, remark, { show: 'remark', file: at, remark: i }))),
  );
}

/** The sentence says how many rows it is about, so the sentence is the door to them. */
function problem(app: App, remark: IntakeRemark, door: VisitDoor): HTMLElement {
  const { verval: words } = t();
  return el(
    'li',
    { class: remark.refuses ? 'bad' : '', 'data-testid': 'problem', 'data-code': remark.code },
    remark.refuses && icon('warn'),
    remark.line > 0 && `${fill(words.line, { n: number(remark.line) })}: `,
    remark.opens ? visitFigure(app, remark.rows, door, hidden(app, remark.sentence)) : hidden(app, remark.sentence),
    remark.refuses && el('span', { class: 'muted' }, ` (${term(words.mendedBy, remark.level)})`),
  );
}

/** What somebody typed into a wrong cell stands in quotation marks: a room that looks on does not see it. */
function hidden(app: App, sentence: string): string {
  return app.store.state.masked ? sentence.replace(/"[^"]*"/g, '"•••"') : sentence;
}

function conflicts(app: App, intake: Intake): HTMLElement {
  const { verval: words } = t();
  const known = app.decisions.store.state.author !== undefined;
  return el(
    'section',
    { class: 'conflicts', 'data-testid': 'conflicts' },
    el('h2', {}, words.conflicts),
    el('p', { class: 'muted' }, words.conflictsHint),
    !known && el('div', {}, el('p', {}, words.author), authorForm(app)),
    ...intake.conflicts.map((conflict) => conflictCard(app, conflict, known)),
  );
}

function conflictCard(app: App, conflict: IntakeConflict, known: boolean): HTMLElement {
  const { verval: words } = t();
  const { masked } = app.store.state;
  const decide = (side?: number): void =>
    void app.engine
      .call('returns.decide', {
        conflict: conflict.conflict,
        ...(side === undefined ? {} : { side }),
        today: today(),
        ...app.decisions.sign(kNoWhy),
      })
      .then(async ({ live }) => {
        app.decisions.took({ live });
        await refreshIntake(app);
        await app.fieldwork.changed();
      });
  const stored = [
    conflict.stored === '' ? '' : fill(words.stored, { result: term(words.results, conflict.stored) }),
    conflict.decisions.length === 0
      ? ''
      : fill(words.decided, { seqs: conflict.decisions.map((seq) => number(seq)).join(', ') }),
  ].filter((part) => part !== '');
  const choice = (label: string, side: number | undefined, id: string): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': 'conflict-choose',
        'data-side': id,
        ...(known ? {} : { disabled: true, title: words.author }),
        onclick: () => decide(side),
      },
      label,
    );
  return el(
    'article',
    { class: 'conflict', 'data-testid': 'conflict' },
    el(
      'h3',
      {},
      display('name', conflict.name ?? '', masked),
      el('span', { class: 'muted' }, ` ${villageName(conflict)}, ${conflict.code}`),
    ),
    el(
      'div',
      { class: 'sides' },
      ...conflict.sides.map((side, i) =>
        el(
          'div',
          { class: 'side' },
          el('p', {}, masked ? term(words.results, side.result) : side.text),
          el('p', { class: 'muted' }, `${side.file}, ${fill(words.line, { n: number(side.line) })}`),
          choice(words.choose, i, String(i)),
        ),
      ),
      el('div', { class: 'side' }, ...stored.map((said) => el('p', {}, said)), choice(words.keep, undefined, 'keep')),
    ),
  );
}

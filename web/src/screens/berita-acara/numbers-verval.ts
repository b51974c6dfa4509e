// What the villages found, for the minutes: over all batches, each row that went out once. Nothing where nothing went out.

import { type FieldworkFigures, kVisitResults, type VisitResult } from '../../engine/fieldwork-protocol';
import type { VersionDetail } from '../../engine/minutes-protocol';
import { paperWords as words } from '../../i18n/paper-words';
import { type Block, type Figure, figureOf, type PaperDoor, type PaperTable, type Run, table } from './paper';

const fig = figureOf('fieldwork');
const kProposals = 'verval_proposals'; // layout
const kAnswered: PaperDoor = { visits: { show: 'rows', state: 'answered' } };
const kDone: PaperDoor = { visits: { show: 'villages', state: 'done' } };

export function vervalSentence(fieldwork: FieldworkFigures): Block {
  const { villages, done, rows, answered } = fieldwork;
  return {
    kind: 'paragraph',
    runs: [
      'Verifikasi dan validasi dilaksanakan di ',
      fig('villages', villages, { visits: { show: 'villages' } }),
      ' desa/kelurahan: dari ',
      fig('rows', rows, { visits: { show: 'rows' } }),
      ' baris lembar kerja telah terjawab ',
      fig('answered', answered, kAnswered),
      '; ',
      fig('done', done, kDone),
      ' desa/kelurahan selesai seluruhnya.',
    ],
  };
}

/** Results that some row has, in the order of their numbers on paper. */
function met(fieldwork: FieldworkFigures): VisitResult[] {
  return kVisitResults.filter((result) => fieldwork.results[result] > 0);
}

const numberOnPaper = (result: VisitResult): number => kVisitResults.indexOf(result) + 1;

export function vervalRecap({ figures: { fieldwork, sources } }: VersionDetail): PaperTable | undefined {
  if (!fieldwork) {
    return undefined;
  }
  const { verval } = words;
  const repairs = figureOf('fieldwork.repairs');
  const results = figureOf('fieldwork.results');
  const proposed = sources.filter(({ layout }) => layout === kProposals).map(({ name }) => name);
  const rows: Run[][] = [
    [verval.villages, fig('villages', fieldwork.villages, { visits: { show: 'villages' } })],
    [verval.done, fig('done', fieldwork.done, kDone)],
    [verval.rows, fig('rows', fieldwork.rows, { visits: { show: 'rows' } })],
    [verval.answered, fig('answered', fieldwork.answered, kAnswered)],
    ...met(fieldwork).map((result): [string, Figure] => [
      `${numberOnPaper(result)} ${verval.results[result]}`,
      results(result, fieldwork.results[result], { visits: { show: 'rows', result } }),
    ]),
    [verval.repaired, fig('repaired', fieldwork.repaired, { visits: { show: 'rows', repaired: 'any' } })],
    ...(['nik', 'kk', 'name', 'birth_date'] as const).map((field): [string, Figure] => [
      verval.repairs[field],
      repairs(field, fieldwork.repairs[field], { visits: { show: 'rows', repaired: field } }),
    ]),
    [verval.proposals, fig('proposals', fieldwork.proposals, { names: { kind: 'rows', sources: { any: proposed } } })],
  ];
  return table(words.tables.verval, [words.what, words.number], [false, true], rows);
}

export function vervalVillages({ figures: { fieldwork } }: VersionDetail): PaperTable | undefined {
  if (!fieldwork) {
    return undefined;
  }
  const { verval, head } = words;
  const shown = met(fieldwork);
  const rows = fieldwork.by_village.map((village, i): Run[] => {
    const here = figureOf(`fieldwork.by_village.${i}`);
    const results = figureOf(`fieldwork.by_village.${i}.results`);
    const rows = (part: object): PaperDoor => ({ visits: { show: 'rows', village: village.code, ...part } });
    return [
      village.district,
      village.village,
      here('rows', village.rows, rows({})),
      here('answered', village.answered, rows({ state: 'answered' })),
      ...shown.map((result) => results(result, village.results[result], rows({ result }))),
      here('repaired', village.repaired, rows({ repaired: 'any' })),
    ];
  });
  const columns = [
    head.district,
    head.village,
    head.rows,
    verval.answeredShort,
    ...shown.map((result) => String(numberOnPaper(result))),
    verval.repairedShort,
  ];
  const numeric = columns.map((_, i) => i > 1);
  const caption = shown.length > 0 ? `${words.tables.verval_villages} ${verval.columns}` : words.tables.verval_villages;
  return table(caption, columns, numeric, rows);
}

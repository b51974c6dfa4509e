// Worksheets and returns of the fake core: 44 villages in 14 districts, a returned file answers the next open villages.

import type {
  BoardBatch,
  BoardVillage,
  Intake,
  SheetVillage,
  WorksheetRequest,
} from '../../../web/src/engine/fieldwork-protocol';

type Args = Record<string, unknown>;

const kVillages: SheetVillage[] = Array.from({ length: 44 }, (_, i) => ({
  key: String(3304010001 + Math.floor(i / 3.2) * 10000 + i),
  village: `${['Sukamaju', 'Karanganyar', 'Kebonsari', 'Wanareja', 'Purwodadi'][i % 5]} ${1 + Math.floor(i / 5)}`,
  district: `Mandala ${String(1 + Math.floor((i * 14) / 44)).padStart(2, '0')}`,
  persons: 140 + ((i * 37) % 90),
  to_check: 40 + ((i * 29) % 60),
}));

export class FakeFieldwork {
  private batches: BoardBatch[] = [];
  private files: string[] = [];
  private last: Intake = { answered: 0, unchanged: 0, proposals: 0, files: [], conflicts: [] };
  private planned: BoardBatch | undefined;

  answer(method: string, args: Args, leave: (bytes: Uint8Array) => void, opened: string): unknown {
    const handlers: Record<string, () => unknown> = {
      'fieldwork.villages': () => kVillages,
      'fieldwork.start': () => this.start(args as unknown as WorksheetRequest),
      'fieldwork.part': () => this.part(Number(args.index), leave),
      'fieldwork.board': () => ({
        project: '0123456789abcdef',
        batches: this.batches.map((batch) => this.counted(batch, String(args.today))),
      }),
      'fieldwork.rows': () => this.rows(String(args.village), Number(args.from), Number(args.to)),
      'fieldwork.planned': () => this.plannedRows(Number(args.from), Number(args.to)),
      'returns.rows': () => this.returned(args.what === 'remark' ? 1 : 0),
      'returns.close': () => ({ files: this.files.push(opened) }),
      'returns.clear': () => {
        this.files = [];
      },
      'returns.take': () => this.take(),
      'returns.state': () => this.last,
      'returns.decide': () => {
        this.last = { ...this.last, conflicts: this.last.conflicts.slice(1) };
        return { left: this.last.conflicts.length, live: { pending: 1 } };
      },
      'returns.proposals': () => {
        leave(new TextEncoder().encode('NIK,Nama\n'));
        return { name: 'usulan-verval-g1.csv', rows: 1 };
      },
      'returns.report': () => {
        leave(new TextEncoder().encode('PK'));
        return { name: 'eskalasi-verval.xlsx' };
      },
    };
    return handlers[method]?.();
  }

  private start(request: WorksheetRequest): unknown {
    const villages: BoardVillage[] = kVillages
      .filter(({ key }) => request.villages.length === 0 || request.villages.includes(key))
      .map((village) => ({
        key: village.key,
        village: village.village,
        district: village.district,
        worker: request.workers[village.key] ?? '',
        rows: request.scope === 'all' ? village.persons : village.to_check,
        answered: 0,
        late: false,
      }));
    this.planned = {
      number: this.batches.length + 1,
      scope: request.scope,
      masked: request.mask,
      made: request.made,
      deadline: request.deadline,
      villages,
    } as BoardBatch;
    const rows = villages.reduce((sum, village) => sum + village.rows, 0);
    return {
      number: this.planned.number,
      villages: villages.length,
      rows,
      parts: villages.length + 1,
      name: 'verval-g1.zip',
    };
  }

  private part(index: number, leave: (bytes: Uint8Array) => void): void {
    leave(new TextEncoder().encode('PK'));
    if (this.planned && index === this.planned.villages.length) {
      this.batches.push(this.planned);
    }
  }

  /** The first file answers 32 villages wholly and two in part; one is in conflict. */
  private take(): unknown {
    const batch = this.batches.at(-1);
    if (!batch) throw { code: 'request.invalid' };
    batch.villages = batch.villages.map((village, i) => ({
      ...village,
      answered: i < 32 ? village.rows : i < 36 ? Math.floor(village.rows / 2) : 0,
    }));
    const [first] = batch.villages;
    const answered = batch.villages.reduce((sum, village) => sum + village.answered, 0);
    const side = (file: string, text: string, result: 'dead' | 'eligible') => ({ file, line: 9, result, text });
    this.last = {
      answered,
      unchanged: 0,
      proposals: 3,
      files: [
        {
          file: 'lembar kami (2).xlsx',
          key: first?.key ?? '',
          village: first?.village ?? '',
          district: first?.district ?? '',
          remarks: [
            {
              code: 'two_answers',
              refuses: true,
              line: 14,
              rows: 1,
              opens: true,
              level: 'village',
              sentence: 'Dua jawaban dalam satu sel: "3/4". Pilih satu, lalu kirim ulang.',
            },
            {
              code: 'not_filled_in',
              refuses: false,
              line: 0,
              rows: 6,
              opens: true,
              level: 'village',
              sentence: '6 baris belum diisi.',
            },
          ],
        },
        {
          file: 'IMG_2231.jpg',
          key: '',
          village: '',
          district: '',
          remarks: [
            {
              code: 'file_refused',
              refuses: true,
              line: 0,
              rows: 1,
              opens: false,
              level: 'regency',
              sentence:
                'Berkas ini bukan buku kerja. Bila itu foto atau PDF, isikan ke lembar kerja, lalu kirim ulang.',
            },
          ],
        },
      ],
      conflicts: [
        {
          conflict: 0,
          code: 'VK7Q-02-01F-00M3X',
          village: first?.village ?? '',
          district: first?.district ?? '',
          sides: [
            side('a.xlsx', '1 Layak; Ibu Ratna, 2026-11-28', 'eligible'),
            side('b.xlsx', '3 Meninggal; Pak Karta, 2026-11-28', 'dead'),
          ],
          stored: '',
          decisions: [],
          person: 1,
          name: 'SITI AMINAH',
        },
      ],
    };
    return { ...this.last, events: answered, live: { pending: answered, persons: 0, families: 0, questions: 0 } };
  }

  private counted(batch: BoardBatch, today: string): BoardBatch {
    const sum = (key: 'rows' | 'answered'): number => batch.villages.reduce((all, village) => all + village[key], 0);
    const over = batch.deadline !== '' && today > batch.deadline;
    const answered = sum('answered');
    return {
      ...batch,
      villages: batch.villages.map((village) => ({ ...village, late: over && village.answered < village.rows })),
      rows: sum('rows'),
      answered,
      done: batch.villages.filter((village) => village.answered === village.rows).length,
      started: batch.villages.filter((village) => village.answered > 0).length,
      days: 2,
      pace: answered / 2,
      forecast: answered > 0 ? '2026-11-30' : '',
      results: { eligible: answered - 40, dead: 25, moved: 15 } as BoardBatch['results'],
      by_day: answered > 0 ? [{ day: today, answered }] : [],
    };
  }

  private plannedRows(from: number, to: number): unknown {
    const total = kVillages.reduce((sum, village) => sum + village.to_check, 0);
    const rows = Array.from({ length: Math.max(0, Math.min(to, total) - from) }, (_, i) => ({
      code: '',
      village: 'Sukamaju 1',
      result: '',
      visit_date: '',
      person: from + i,
      name: `WARGA ${from + i + 1}`,
      nik: '3304011203700001',
    }));
    return { rows, total };
  }

  private returned(total: number): unknown {
    const row = { code: 'VK7Q-02-01F-00M3X', village: 'Sukamaju 1', result: '', visit_date: '', name: 'WARGA 1' };
    return { rows: Array.from({ length: total }, () => ({ ...row, file: 'lembar kami (2).xlsx', line: 14 })), total };
  }

  private rows(village: string, from: number, to: number): unknown {
    const all = this.batches.at(-1)?.villages.find(({ key }) => key === village);
    const total = all?.rows ?? 0;
    const rows = Array.from({ length: Math.max(0, Math.min(to, total) - from) }, (_, i) => ({
      code: 'VK7Q-02-01F-00M3X',
      village: all?.village ?? 'Sukamaju 1',
      result: from + i < (all?.answered ?? 0) ? 'eligible' : '',
      visit_date: from + i < (all?.answered ?? 0) ? '2026-11-28' : '',
      person: from + i,
      name: `WARGA ${from + i + 1}`,
      nik: '3304011203700001',
    }));
    return { rows, total };
  }
}

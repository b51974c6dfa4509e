// A few hundred made-up people on four lists, with typing errors, for tests and for developing screens without the core.

export interface FakeFile {
  name: string;
  text: string;
}

const kGiven = ['SITI', 'BUDI', 'ASEP', 'DEWI', 'RINA', 'AGUS', 'WATI', 'DEDI', 'NANI', 'UJANG', 'EUIS', 'YAYAN'];
const kFamily = ['AMINAH', 'SANTOSO', 'HIDAYAT', 'LESTARI', 'MARLINA', 'SETIAWAN', 'ROHAYATI', 'KUSNADI', 'SUHERMAN'];
const kVillages = ['SUKAMAJU', 'CIBIRU', 'MEKARSARI', 'PASIRJATI', 'TANJUNGSARI'];

/** A small generator with a seed, so that every run makes the same people. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function person(next: () => number, i: number): string[] {
  const pick = (words: readonly string[]): string => words[Math.floor(next() * words.length)] ?? '';
  const two = (n: number): string => String(n).padStart(2, '0');
  const year = 1940 + Math.floor(next() * 75);
  const month = 1 + Math.floor(next() * 12);
  const day = 1 + Math.floor(next() * 28);
  const female = next() < 0.5;
  const code = `999901${two(day + (female ? 40 : 0))}${two(month)}${two(year % 100)}${String(i + 1).padStart(4, '0')}`;
  const kk = `9999010101${two(10 + (Math.floor(i / 3) % 80))}${String(1 + Math.floor(i / 3)).padStart(4, '0')}`;
  return [
    code,
    kk,
    `${pick(kGiven)} ${pick(kFamily)}`,
    `${year}-${two(month)}-${two(day)}`,
    female ? 'P' : 'L',
    pick(kVillages),
  ];
}

function damaged(row: string[], next: () => number): string[] {
  const copy = [...row];
  const chance = next();
  if (chance < 0.08) copy[0] = `${(row[0] ?? '').slice(0, 15)}0`;
  else if (chance < 0.14) copy[0] = '';
  else if (chance < 0.3) copy[2] = (row[2] ?? '').replace('J', 'DJ').replace('I', 'IE');
  if (chance > 0.2 && chance < 0.3) copy[0] = ''; // a question
  return copy;
}

export function fakeFiles(people: number, seed: number): FakeFile[] {
  const next = random(seed);
  const everyone = Array.from({ length: people }, (_, i) => person(next, i));
  const list = (name: string, share: number, title: string): FakeFile => {
    const rows = everyone.filter(() => next() < share).map((row) => damaged(row, next).join(','));
    return { name, text: `${title}\n\nNIK,No KK,Nama,Tgl Lahir,JK,Desa\n${rows.join('\n')}\nJumlah,${rows.length}\n` };
  };
  return [
    list('dukcapil_contoh.csv', 0.95, 'DATA DUKCAPIL REKAAN'),
    list('dtks_contoh.csv', 0.6, 'DTKS REKAAN'),
    list('p3ke_contoh.csv', 0.5, 'P3KE REKAAN'),
    list('pbi_contoh.csv', 0.35, 'PBI REKAAN'),
  ];
}

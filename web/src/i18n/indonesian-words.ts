// Numbers and dates as Indonesian papers of office write them out. Papers are Indonesian whatever the language of the page.

const kOnes = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
];
const kScales: readonly [number, string][] = [
  [1e12, 'triliun'],
  [1e9, 'miliar'],
  [1e6, 'juta'],
];
const kDays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const kMonths = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** 2023 → "dua ribu dua puluh tiga", 1100 → "seribu seratus"; whole numbers below 10^15. */
export function numberWords(value: number): string {
  return value === 0 ? 'nol' : value < 0 ? `minus ${words(-value)}` : words(value);
}

function words(value: number): string {
  const [scale, name] = kScales.find(([size]) => value >= size) ?? [0, ''];
  if (scale > 0) {
    return join(words(Math.floor(value / scale)), name, words(value % scale));
  }
  if (value >= 1000) {
    const thousands = Math.floor(value / 1000);
    return join(thousands === 1 ? 'seribu' : `${words(thousands)} ribu`, words(value % 1000));
  }
  if (value >= 100) {
    const hundreds = Math.floor(value / 100);
    return join(hundreds === 1 ? 'seratus' : `${words(hundreds)} ratus`, words(value % 100));
  }
  if (value >= 20) {
    return join(words(Math.floor(value / 10)), 'puluh', words(value % 10));
  }
  return value >= 12 ? `${kOnes[value - 10]} belas` : (kOnes[value] ?? '');
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

interface Parts {
  year: number;
  month: number; // from 0
  day: number;
  weekday: number; // Sunday is 0
}

/** Nothing for what is no day of the calendar. */
function partsOf(iso: string): Parts | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return year !== '' && date.getUTCMonth() === Number(month) - 1
    ? { year: Number(year), month: Number(month) - 1, day: Number(day), weekday: date.getUTCDay() }
    : undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** "2023-02-07" → "Selasa tanggal tujuh bulan Februari tahun dua ribu dua puluh tiga (07-02-2023)"; else as it is. */
export function dayWords(iso: string): string {
  const parts = partsOf(iso);
  if (!parts) {
    return iso;
  }
  const { year, month, day, weekday } = parts;
  const numeric = `${two(day)}-${two(month + 1)}-${year}`;
  return `${kDays[weekday]} tanggal ${numberWords(day)} bulan ${kMonths[month]} tahun ${numberWords(year)} (${numeric})`;
}

/** "2023-02-07" → "7 Februari 2023"; what is no date stays as it is. */
export function longDate(iso: string): string {
  const parts = partsOf(iso);
  return parts ? `${parts.day} ${kMonths[parts.month]} ${parts.year}` : iso;
}

/** 1234567 → "1.234.567", in a paper. */
export function paperNumber(value: number): string {
  return new Intl.NumberFormat('id-ID').format(value);
}

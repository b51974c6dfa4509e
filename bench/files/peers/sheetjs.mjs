import { read } from '@e965/xlsx';

import { filled, serve } from './serve.mjs';

serve(async (file) => {
  const book = read(await file.arrayBuffer(), { dense: true }); // its quickest way
  const rows = book.Sheets[book.SheetNames[0]]['!data'] ?? [];
  return filled(rows.map((row) => row?.map((cell) => cell?.v)));
});

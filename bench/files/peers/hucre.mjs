import { read } from 'hucre';

import { filled, serve } from './serve.mjs';

serve(async (file) => {
  const book = await read(new Uint8Array(await file.arrayBuffer()));
  return filled(book.sheets[0].rows);
});

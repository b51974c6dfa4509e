import readSheets from 'read-excel-file/web-worker';

import { filled, serve } from './serve.mjs';

serve(async (file) => {
  const [sheet] = await readSheets(file);
  return filled(sheet.data);
});

import Papa from 'papaparse';

import { serve } from './serve.mjs';

// Streamed, with every column kept as an array: what a program needs that goes on to work with the cells.
serve(
  (file) =>
    new Promise((resolve, reject) => {
      const columns = [];
      let rows = 0;
      Papa.parse(file, {
        skipEmptyLines: true,
        chunk: ({ data }) => {
          rows += data.length;
          for (const row of data) {
            for (let i = 0; i < row.length; ++i) {
              columns[i] ??= [];
              columns[i].push(row[i]);
            }
          }
        },
        complete: () => resolve(rows),
        error: reject,
      });
    }),
);

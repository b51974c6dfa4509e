// `unit` runs in Node without a browser (also the WASM module and the command line); `e2e` drives the built page in Chromium.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'web/src/**/*.test.ts',
            'tests/web/**/*.test.ts',
            'tests/wasm/*.test.mjs',
            'tests/cli/*.test.mjs',
            'tests/tools/*.test.mjs',
          ],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

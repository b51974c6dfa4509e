// dist/padan.html: everything in one file that opens with a double click.
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { oneFile } from './tools/one-file';
import { padanModule } from './tools/padan-module';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const single: UserConfig = {
  root: here('.'),
  base: './',
  mode: 'single',
  publicDir: false,
  plugins: [padanModule(), oneFile({ fileName: 'padan.html', offline: false })],
  worker: { format: 'iife', plugins: () => [padanModule()] },
  build: {
    target: 'es2022',
    outDir: here('../dist'),
    emptyOutDir: false,
    modulePreload: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 8000,
    rolldownOptions: { input: { main: here('index.html') } },
  },
};

export default defineConfig(single);

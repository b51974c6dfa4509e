// dist/hosted: the page for a web server, with a service worker so that it opens without one after the first visit.
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { oneFile } from './tools/one-file';
import { padanModule } from './tools/padan-module';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const hosted: UserConfig = {
  root: here('.'),
  base: './',
  mode: 'hosted',
  plugins: [padanModule(), oneFile({ fileName: 'index.html', offline: true })],
  worker: { format: 'iife', plugins: () => [padanModule()] },
  build: {
    target: 'es2022',
    outDir: here('../dist/hosted'),
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 8000,
    rolldownOptions: {
      input: { main: here('index.html'), sw: here('src/offline/offline-worker.ts') },
      output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : '[name]-[hash].js') },
    },
  },
};

export default defineConfig(hosted);

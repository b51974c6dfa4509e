// The page with the fake engine, for developing screens: npx vite --config tests/web/fake/vite.config.ts
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { padanModule } from '../../../web/tools/padan-module';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const fake = (): ReturnType<typeof padanModule> => padanModule(here('fake-padan.ts'));

export default defineConfig({
  root: here('../../../web'),
  plugins: [fake()],
  worker: { format: 'es', plugins: () => [fake()] },
  server: { port: 5199, fs: { allow: [here('../../..')] } },
});

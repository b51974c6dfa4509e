import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../tools/lib/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'padan-serve-'));
let running;

/** Sends the path as it stands: fetch() would tidy it up first. */
const get = (path) =>
  new Promise((resolve) => {
    const port = running.server.address().port;
    request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume().on('end', () => resolve({ status: response.statusCode, headers: response.headers }));
    }).end();
  });

beforeAll(async () => {
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'secret.txt'), 'x');
  writeFileSync(join(folder, 'site/index.html'), '<p>x</p>');
  writeFileSync(join(folder, 'site/padan.wasm'), 'x');
  running = await serve(join(folder, 'site'), 8100);
});
afterAll(() => {
  running.server.close();
  rmSync(folder, { recursive: true });
});

test('serves the page, its types and the allow-list header', async () => {
  const page = await get('/');
  expect(page.status).toBe(200);
  expect(page.headers['content-type']).toMatch('text/html');
  expect(page.headers['connection-allowlist']).toBe('(response-origin)');
  expect((await get('/padan.wasm?v=1')).headers['content-type']).toBe('application/wasm');
});

test('serves nothing else', async () => {
  for (const path of ['/nothing', '/../secret.txt', '/..%2fsecret.txt', '/%E0%A4%A', '//%00']) {
    expect((await get(path)).status).toBe(404);
  }
});

test('takes the next port when one is taken', async () => {
  const second = await serve(join(folder, 'site'), running.server.address().port);
  expect(second.server.address().port).toBeGreaterThan(running.server.address().port);
  second.server.close();
});

// A static server for dist/hosted, on this machine only.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

function fileFor(folder, url) {
  const path = join(folder, normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname)));
  const file = path.endsWith('/') ? join(path, 'index.html') : path;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function answer(folder, request, response) {
  let file;
  try {
    file = fileFor(folder, request.url);
  } catch {
    // A malformed address is answered like an unknown one.
  }
  if (!file) return response.writeHead(404).end('Not found');
  response.writeHead(200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    // The page may reach its own origin (the service worker needs that) and nothing else, not even by navigation.
    'Connection-Allowlist': '(response-origin)',
    'X-Content-Type-Options': 'nosniff',
  });
  createReadStream(file).pipe(response);
}

/** Serves the folder on the first free port from `port`; resolves to {server, address}. */
export function serve(folder, port = 8080) {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => answer(folder, request, response));
    server.on('error', (error) => {
      if (error.code !== 'EADDRINUSE' || port > 65000) reject(error);
      else server.listen(++port, '127.0.0.1');
    });
    server.listen(port, '127.0.0.1', () => resolve({ server, address: `http://localhost:${server.address().port}/` }));
  });
}

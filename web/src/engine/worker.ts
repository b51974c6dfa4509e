/// <reference lib="webworker" />
/// <reference path="./modules.d.ts" />
// The worker: one script for two roles. As the engine it owns the data; as a helper it reads files or scores partitions.

import { loadModule } from 'padan-module';
import { serveHelper } from './helper';
import type { FromWorker, ToWorker } from './protocol';
import { Server } from './server';

declare const self: DedicatedWorkerGlobalScope;

const post = (message: FromWorker): void => self.postMessage(message);
const module = loadModule();
let server: Promise<Server> | undefined;

async function start(message: Extract<ToWorker, { kind: 'role' }>): Promise<void> {
  if (message.role === 'engine') {
    server = module.then((loaded) => new Server(new loaded.Padan(), post));
    await server;
    post({ kind: 'ready' });
  } else {
    serveHelper(await module, message.port, () => self.close());
  }
}

function broken(error: unknown): void {
  post({ kind: 'broken', message: String(error) });
}

self.onmessage = (event: MessageEvent<ToWorker>): void => {
  const message = event.data;
  if (message.kind === 'role') {
    start(message).catch(broken);
  } else {
    server?.then((ready) => ready.receive(message)).catch(broken);
  }
};

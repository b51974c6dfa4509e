// A worker in this thread: messages arrive later, as from a real one.

import { serveHelper } from '../../../web/src/engine/helper';
import type { FromWorker, ToWorker } from '../../../web/src/engine/protocol';
import type { WorkerLike } from '../../../web/src/engine/readers';
import { Server } from '../../../web/src/engine/server';
import type { FakePadan } from './fake-padan';

export function fakeWorker(Padan: new () => FakePadan): WorkerLike {
  let server: Server | undefined;
  let dead = false;
  const worker: WorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage: (message: ToWorker) => queueMicrotask(() => receive(message)),
    terminate: () => {
      dead = true;
    },
  };
  const post = (data: FromWorker): void => void (dead || worker.onmessage?.({ data } as MessageEvent<FromWorker>));
  const receive = (message: ToWorker): void => {
    if (message.kind !== 'role') {
      server?.receive(message);
    } else if (message.role === 'engine') {
      server = new Server(new Padan(), post);
      post({ kind: 'ready' });
    } else {
      serveHelper({ Padan }, message.port, () => message.port.close());
    }
  };
  return worker;
}

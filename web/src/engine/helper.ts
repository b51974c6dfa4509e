// The other end of pool.ts and readers.ts: an engine that scores, or reads, for another.

import { Core, type PadanModule } from './core';
import type { FromHelper, ToHelper } from './protocol';

export function serveHelper(module: PadanModule, port: MessagePort, close: () => void): void {
  const core = new Core(new module.Padan());
  const answer = (message: FromHelper, transfer: Transferable[] = []): void => port.postMessage(message, transfer);
  port.onmessage = async (event: MessageEvent<ToHelper>) => {
    const message = event.data;
    try {
      if (message.kind === 'read') {
        await core.feed(
          message.name,
          message.bytes,
          (done) => answer({ kind: 'reading', done }),
          () => undefined,
        );
        const parts = core.image(message.knowledge);
        answer(
          { kind: 'file', parts },
          parts.map((part) => part.buffer),
        );
      } else if (message.kind === 'image') {
        core.give('image.put', {}, message.bytes);
        if (message.last) {
          core.raw('image.load', {});
          answer({ kind: 'ready' });
        }
      } else if (message.kind === 'score') {
        core.give('score', {}, message.bytes);
        const bytes = core.bytes();
        answer({ kind: 'scores', partition: message.partition, bytes }, [bytes.buffer]);
      } else {
        close();
      }
    } catch (error) {
      answer({ kind: 'failed', message: String(error) });
      close();
    }
  };
}

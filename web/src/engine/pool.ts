// Helper workers score partitions while the owner scores from the other end. Each helper is an engine of its own, fed with an
// image of the run: no shared memory. A helper that fails only leaves its partition to the owner.

import type { Core } from './core';
import type { FromHelper, ToHelper } from './protocol';

export class Pool {
  private next = 0; // one above the partition to give out next
  private readonly live: Set<MessagePort>;

  constructor(
    private readonly core: Core,
    ports: readonly MessagePort[],
  ) {
    this.live = new Set(ports);
  }

  /** Copies the image of the run to every helper. */
  start(): void {
    this.core.raw('run.image', {});
    const image = this.core.bytes();
    this.next = this.partitions().count;
    for (const port of this.live) {
      port.onmessage = (event: MessageEvent<FromHelper>) => this.receive(port, event.data);
      const copy = image.slice();
      post(port, { kind: 'image', bytes: copy }, [copy.buffer]);
    }
  }

  stop(): void {
    for (const port of this.live) {
      port.onmessage = null;
      post(port, { kind: 'close' });
      port.close();
    }
    this.live.clear();
  }

  private partitions(): { count: number; done: number } {
    return this.core.raw('run.partitions', {}) as { count: number; done: number };
  }

  private receive(port: MessagePort, message: FromHelper): void {
    if (message.kind === 'failed') {
      this.live.delete(port);
      port.close();
      return;
    }
    if (message.kind === 'scores') {
      this.core.give('scores.put', { partition: message.partition }, message.bytes);
    }
    this.give(port);
  }

  private give(port: MessagePort): void {
    if (this.next > 0) {
      this.next -= 1;
      post(port, { kind: 'score', partition: this.next });
    }
  }
}

function post(port: MessagePort, message: ToHelper, transfer: Transferable[] = []): void {
  port.postMessage(message, transfer);
}

// Helper workers score partitions while the owner scores from the other end. Each helper is an engine of its own, fed with an
// image of the run and then with candidates: no shared memory. A helper that fails only leaves its partition to the owner.

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

  /** Gives every helper the image of the run, part by part: it is never whole in one place of memory. */
  start(): void {
    const { parts } = this.core.raw('run.image', {}) as { parts: number };
    this.next = (this.core.raw('run.partitions', {}) as { count: number }).count;
    for (const port of this.live) {
      port.onmessage = (event: MessageEvent<FromHelper>) => this.receive(port, event.data);
    }
    for (let index = 0; index < parts; ++index) {
      this.core.raw('run.part', { index });
      for (const port of this.live) {
        const bytes = this.core.bytes();
        post(port, { kind: 'image', bytes, last: index + 1 === parts }, [bytes.buffer]);
      }
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
      this.core.raw('run.partition', { index: this.next });
      const bytes = this.core.bytes();
      post(port, { kind: 'score', partition: this.next, bytes }, [bytes.buffer]);
    }
  }
}

function post(port: MessagePort, message: ToHelper, transfer: Transferable[] = []): void {
  port.postMessage(message, transfer);
}

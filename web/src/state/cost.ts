// What a run will cost on this machine: time, and memory of all workers together.

import type { Estimate } from '../engine/protocol';

const kMostWorkers = 4;
const kTab = 250e6; // bytes that the browser takes for a tab with an engine in it, before any list
const kEngineMost = 3.8e9; // of the 4 GB that WebAssembly has
const kShare = 0.6; // of the computer's memory that one tab may take; the system and other programs need the rest

/** GB as the browser tells them, rounded and never more than it wants to tell; not every browser does. */
export function deviceMemory(): number | undefined {
  return (navigator as Navigator & { deviceMemory?: number }).deviceMemory;
}

/** Milliseconds on the machine of bench/README.md; workers counts the engine itself. */
export function workMs({ ms }: Estimate, workers: number): number {
  return ms.alone + ms.shared / workers;
}

/** Bytes at the peak of a run. */
export function memoryParts({ bytes }: Estimate, workers: number): Record<'tab' | 'lists' | 'run' | 'helpers', number> {
  return { tab: kTab, lists: bytes.lists, run: bytes.run, helpers: bytes.helper * (workers - 1) };
}

export function memoryOf(estimate: Estimate, workers: number): number {
  return Object.values(memoryParts(estimate, workers)).reduce((sum, bytes) => sum + bytes, 0);
}

/** Bytes that all workers may take on a computer with so many GB; where the browser does not tell, any. */
function roomOf(memoryGb: number | undefined): number {
  return memoryGb === undefined ? Infinity : memoryGb * 1e9 * kShare;
}

/** Bytes too many for this computer, or for WebAssembly, whatever it has; 0 when the run fits. */
export function excess(estimate: Estimate, workers: number, memoryGb: number | undefined): number {
  const most = Math.min(roomOf(memoryGb), kTab + kEngineMost + estimate.bytes.helper * (workers - 1));
  return Math.max(0, memoryOf(estimate, workers) - most);
}

/** Engines to use, the owner and its helpers: as many as the machine has cores and memory for. */
export function workerCount(cores: number, memoryGb: number | undefined, estimate: Estimate | undefined): number {
  const room = roomOf(memoryGb);
  let workers = Math.max(1, Math.min(cores, kMostWorkers));
  while (workers > 1 && estimate && memoryOf(estimate, workers) > room) {
    workers -= 1;
  }
  return memoryGb !== undefined && memoryGb <= 2 ? 1 : workers;
}

// How fast this officer answers: the median of the last answers, so that one phone call does not spoil the forecast.

const kRemembered = 30;
const kPause = 120_000; // ms; longer between two answers is no thinking but a break
const kUsual = 12_000; // ms an answer takes as long as nothing is known

export interface Tempo {
  last: number | undefined; // when the last answer was given, ms
  took: readonly number[]; // ms
}

export const kNoTempo: Tempo = { last: undefined, took: [] };

/** After an answer given at the time now; since: when the question came into view. */
export function answered(tempo: Tempo, now: number, since: number): Tempo {
  const took = now - Math.max(since, tempo.last ?? since);
  return { last: now, took: took > kPause ? tempo.took : [...tempo.took, took].slice(-kRemembered) };
}

/** Milliseconds an answer takes. */
export function perAnswer(tempo: Tempo): number {
  const sorted = [...tempo.took].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? kUsual;
}

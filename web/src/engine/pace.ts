// How much work to ask for in one step, so that a step takes about 50 ms whatever the machine and the stage.

const kTarget = 50; // ms
const kMaxUnits = 2 ** 30;

export class Pace {
  private current = 256;

  get units(): number {
    return this.current;
  }

  /** Takes the time of the last step into account; one slow step (another program, a new stage) moves it by 4 at most. */
  took(milliseconds: number): void {
    const factor = Math.min(4, Math.max(0.25, kTarget / Math.max(milliseconds, 0.5)));
    this.current = Math.min(kMaxUnits, Math.max(1, Math.round(this.current * factor)));
  }
}

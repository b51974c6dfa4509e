// One immutable object and its listeners. Large data never live here: only handles, windows and small facts.

export class Store<S extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(private current: S) {}

  get state(): S {
    return this.current;
  }

  /** store.update((s) => ({masked: !s.masked})): the parts returned replace those that were there. */
  update(change: (state: S) => Partial<S>): void {
    this.current = { ...this.current, ...change(this.current) };
    for (const listener of [...this.listeners]) {
      listener();
    }
  }

  /** Calls the listener now and whenever the selected part becomes another object, until the signal aborts. */
  select<T>(part: (state: S) => T, listener: (value: T) => void, signal: AbortSignal): void {
    let last = part(this.current);
    const check = (): void => {
      const value = part(this.current);
      if (value !== last) {
        last = value;
        listener(value);
      }
    };
    if (!signal.aborted) {
      this.listeners.add(check);
      signal.addEventListener('abort', () => this.listeners.delete(check), { once: true });
      listener(last);
    }
  }
}

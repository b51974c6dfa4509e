// One key an answer. Keys do nothing while a box is being filled in, nor where arrows already mean something.

const kBusy = 'input, select, textarea, [role="tablist"], [role="grid"], [role="slider"]';

/** Calls the handler of the key that was pressed, until the signal aborts; holding a key down is one press. */
export function onKeys(handlers: Readonly<Record<string, () => void>>, signal: AbortSignal): void {
  const pressed = (event: KeyboardEvent): void => {
    const handler = handlers[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const busy = event.target instanceof Element && event.target.closest(kBusy) !== null;
    if (handler && !busy && !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      handler();
    }
  };
  document.addEventListener('keydown', pressed, { signal });
}

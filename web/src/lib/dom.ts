// The whole of padan's "framework": make elements, make SVG, redraw a container without losing the focus.

export type Child = Node | string | number | null | undefined | false;
type Listener = (event: never) => void;
export type Attributes = Record<string, string | number | boolean | null | undefined | Listener>;

const kSvg = 'http://www.w3.org/2000/svg';

function apply(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value as unknown as EventListener);
    } else if (name === 'style') {
      (element as HTMLElement | SVGElement).style.cssText = String(value); // a style attribute would be refused by the CSP
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
}

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) {
      parent.appendChild(typeof child === 'object' ? child : document.createTextNode(String(child)));
    }
  }
}

/** el('button', {class: 'quiet', onclick: open}, 'Buka'): text is always set as text, never as markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  apply(element, attributes);
  append(element, children);
  return element;
}

/** The same for SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(kSvg, tag) as SVGElementTagNameMap[K];
  apply(element, attributes);
  append(element, children);
  return element;
}

/**
 * Replaces the children of a container; the element with the same data-key as the focused one gets the focus again, so
 * that a keyboard user keeps the place while numbers change.
 */
export function redraw(container: Element, ...children: Child[]): void {
  const focused = document.activeElement;
  const key = focused && container.contains(focused) ? focused.getAttribute('data-key') : null;
  container.replaceChildren();
  append(container, children);
  if (key !== null) {
    container
      .querySelector<HTMLElement | SVGElement>(`[data-key="${CSS.escape(key)}"]`)
      ?.focus({ preventScroll: true });
  }
}

/** Splits "{rows} orang dalam {sources} daftar" and puts a node (or text) where each name stands. */
export function rich(sentence: string, parts: Readonly<Record<string, Child>>): Child[] {
  return sentence.split(/(\{\w+\})/).map((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    return name !== undefined && name in parts ? parts[name] : piece;
  });
}

/** Keeps one slot per item and redraws only those whose item changed: what a person is typing in stays untouched. */
export class KeyedList<T> {
  private readonly slots = new Map<string, { slot: HTMLElement; item: T }>();

  constructor(
    private readonly container: HTMLElement,
    private readonly key: (item: T) => string,
    private readonly same: (a: T, b: T) => boolean,
    private readonly draw: (item: T) => readonly Child[],
  ) {}

  /** Items keep the order in which they first came. */
  update(items: readonly T[]): void {
    const wanted = new Set(items.map(this.key));
    for (const [key, { slot }] of this.slots) {
      if (!wanted.has(key)) {
        slot.remove();
        this.slots.delete(key);
      }
    }
    for (const item of items) {
      const key = this.key(item);
      const known = this.slots.get(key);
      if (known && this.same(known.item, item)) {
        continue;
      }
      const slot = known?.slot ?? this.container.appendChild(document.createElement('div'));
      this.slots.set(key, { slot, item });
      redraw(slot, ...this.draw(item));
    }
  }
}

// One bar of parts that sum to the whole, with its meaning in words for those who do not see it.

import { el } from '../lib/dom';

export interface BarPart {
  kind: 'good' | 'damaged' | 'missing';
  share: number; // 0..1
}

export function qualityBar(parts: readonly BarPart[], text: string): HTMLElement {
  const segments = parts
    .filter((part) => part.share > 0)
    .map((part) => el('span', { class: `part ${part.kind}`, style: `flex-grow:${part.share}` }));
  return el('span', { class: 'quality-bar', role: 'img', 'aria-label': text, title: text }, ...segments);
}

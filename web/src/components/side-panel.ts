// <padan-side-panel>: the place where names behind a number open. Not modal: the screen beside it stays usable. Escape closes.

import { el, redraw } from '../lib/dom';

export class SidePanel extends HTMLElement {
  private onClose: () => void = () => undefined;
  private returnTo: Element | null = null;
  private readonly heading = el('h2', { tabindex: -1, class: 'panel-title' });
  private readonly content = el('div', { class: 'panel-content' });
  private readonly closeButton = el('button', { type: 'button', class: 'quiet', onclick: () => this.onClose() });

  connectedCallback(): void {
    this.setAttribute('role', 'complementary');
    this.replaceChildren(el('div', { class: 'panel-head' }, this.heading, this.closeButton), this.content);
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        this.onClose();
      }
    });
  }

  /** Opens with a title; the focus goes to the title and comes back to where it was when the panel closes. */
  open(title: string, closeLabel: string, children: readonly Node[], onClose: () => void): void {
    if (this.hidden) {
      this.returnTo = document.activeElement;
    }
    this.hidden = false;
    this.onClose = onClose;
    this.heading.textContent = title;
    this.setAttribute('aria-label', title);
    this.closeButton.textContent = closeLabel;
    redraw(this.content, ...children);
    this.heading.focus({ preventScroll: true });
    this.scrollTop = 0;
  }

  close(): void {
    if (!this.hidden) {
      this.hidden = true;
      this.content.replaceChildren();
      if (this.returnTo instanceof HTMLElement || this.returnTo instanceof SVGElement) {
        this.returnTo.focus({ preventScroll: true });
      }
    }
  }
}

customElements.define('padan-side-panel', SidePanel);

// <padan-file-drop>: the whole window takes files; inside stands a button that opens the file dialogue. Fires "files".

import { el } from '../lib/dom';

export interface FileDropLabels {
  choose: string;
  drop: string;
  more?: string; // endings taken beside those of lists: ",.padan"
}

const kAccept = '.csv,.txt,.tsv,.xlsx,.xlsm,.xls,.ods,.html,.htm,.zip';

export class FileDrop extends HTMLElement {
  private readonly input = el('input', {
    type: 'file',
    multiple: true,
    accept: kAccept,
    id: 'file-input',
    class: 'visually-hidden',
    'data-testid': 'file-input',
    onchange: () => this.chosen(),
  });
  private readonly overlay = el('div', { class: 'drop-overlay', hidden: true });
  private listeners = new AbortController();
  private primary = false;
  private labels: FileDropLabels = { choose: '', drop: '' };

  /** primary: this is the one main button of the screen. */
  setUp(labels: FileDropLabels, primary: boolean): this {
    this.labels = labels;
    this.primary = primary;
    return this;
  }

  connectedCallback(): void {
    const label = el(
      'label',
      { class: this.primary ? 'button primary' : 'button', for: 'file-input' },
      this.labels.choose,
    );
    this.input.accept = `${kAccept}${this.labels.more ?? ''}`;
    this.overlay.replaceChildren(el('p', {}, this.labels.drop));
    this.replaceChildren(this.input, label, this.overlay); // the input comes first: its focus is shown on the label
    this.listeners = new AbortController();
    const options = { signal: this.listeners.signal };
    window.addEventListener('dragover', (event) => this.dragged(event), options);
    window.addEventListener('dragleave', (event) => this.left(event), options);
    window.addEventListener('drop', (event) => this.dropped(event), options);
  }

  disconnectedCallback(): void {
    this.listeners.abort();
  }

  private dragged(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      this.overlay.hidden = false;
    }
  }

  private left(event: DragEvent): void {
    if (event.relatedTarget === null) {
      this.overlay.hidden = true; // the pointer left the window, not merely an element
    }
  }

  private dropped(event: DragEvent): void {
    event.preventDefault(); // otherwise the browser would open the file and leave the page
    this.overlay.hidden = true;
    this.emit(event.dataTransfer?.files);
  }

  private chosen(): void {
    this.emit(this.input.files);
    this.input.value = ''; // the same file may be chosen again after it was mended
  }

  private emit(files: FileList | null | undefined): void {
    if (files && files.length > 0) {
      this.dispatchEvent(new CustomEvent<File[]>('files', { detail: [...files] }));
    }
  }
}

customElements.define('padan-file-drop', FileDrop);

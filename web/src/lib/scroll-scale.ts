// A table of a million rows is taller than an element may be (about 33 million pixels in Chromium, 17 in Firefox).
// Up to kMaxHeight the scroll bar is exact; beyond it, it is stretched over all rows.

export const kMaxHeight = 8_000_000;

export interface ScrollGeometry {
  total: number; // rows
  rowHeight: number; // px
  viewport: number; // px available for rows
}

/** Height in px of the scrolled content. */
export function contentHeight(g: ScrollGeometry): number {
  return Math.min(g.total * g.rowHeight, kMaxHeight);
}

/** Rows that fit wholly. At least 1. */
export function visibleRows(g: ScrollGeometry): number {
  return Math.max(1, Math.floor(g.viewport / g.rowHeight));
}

function lastFirstRow(g: ScrollGeometry): number {
  return Math.max(0, g.total - visibleRows(g));
}

/** First row shown at a scroll position; the end of the scroll bar always shows the last row. */
export function firstRowAt(g: ScrollGeometry, scrollTop: number): number {
  const range = contentHeight(g) - g.viewport;
  if (range <= 0) {
    return 0;
  }
  const fraction = Math.min(1, Math.max(0, scrollTop / range));
  return Math.round(fraction * lastFirstRow(g));
}

/** The scroll position at which a row stands first: the inverse of firstRowAt. */
export function scrollTopFor(g: ScrollGeometry, row: number): number {
  const last = lastFirstRow(g);
  const range = Math.max(0, contentHeight(g) - g.viewport);
  return last === 0 ? 0 : (Math.min(row, last) / last) * range;
}

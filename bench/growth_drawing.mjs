// The picture of growth.mjs: microseconds and bytes per row over the number of rows, which grows tenfold an inch.

const kWidth = 380;
const kHeight = 240;
const kLeft = 56;
const kTop = 56;
const kGap = 90;
const kInset = 28; // between the frame and the first point
const kColours = ['#0060a0', '#b35300'];
const kBeside = [-9, 18]; // figures stand above the first line and below the second

const rowsOf = (n) => (n >= 1e6 ? `${(n / 1e6).toFixed(1)} M` : `${Math.round(n / 1000)} k`);

/** A round number a little above. */
function ceiling(value) {
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 3, 4, 5, 6, 8, 10].map((step) => step * unit).find((step) => step >= value);
}

function panel(left, title, series, measureOf) {
  const rows = series.flatMap(({ points }) => points.map((point) => point.rows));
  const top = ceiling(Math.max(...series.flatMap(({ points }) => points.map(measureOf))));
  const [from, to] = [Math.log(Math.min(...rows)), Math.log(Math.max(...rows))];
  const x = (count) => left + kInset + ((Math.log(count) - from) / (to - from || 1)) * (kWidth - 2 * kInset);
  const y = (value) => kTop + kHeight * (1 - value / top);
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = y(top * share).toFixed(1);
    return `<line x1="${left}" x2="${left + kWidth}" y1="${at}" y2="${at}" stroke="#ddd"/><text x="${left - 8}" y="${at}" dy="4" text-anchor="end">${+(top * share).toPrecision(3)}</text>`;
  });
  const ticks = series[0].points.map(
    ({ rows: count }) =>
      `<text x="${x(count)}" y="${kTop + kHeight + 20}" text-anchor="middle">${rowsOf(count)}</text>`,
  );
  const lines = series.map(({ points }, i) => {
    const places = points.map((point) => `${x(point.rows).toFixed(1)},${y(measureOf(point)).toFixed(1)}`);
    const dots = points.map(
      (point) =>
        `<circle cx="${x(point.rows)}" cy="${y(measureOf(point))}" r="3.5" fill="${kColours[i]}"/><text x="${x(point.rows)}" y="${y(measureOf(point)) + kBeside[i]}" text-anchor="middle">${measureOf(point).toPrecision(3)}</text>`,
    );
    return `<polyline points="${places.join(' ')}" fill="none" stroke="${kColours[i]}" stroke-width="2"/>${dots.join('')}`;
  });
  return `<text x="${left}" y="${kTop - 18}" font-weight="bold">${title}</text>${[...grid, ...ticks, ...lines].join('')}`;
}

export function drawing(series, machine) {
  const width = kLeft + 2 * kWidth + kGap + 24;
  const height = kTop + kHeight + 64;
  const legend = series.map(
    ({ name }, i) =>
      `<circle cx="${kLeft + i * 220}" cy="${height - 18}" r="4" fill="${kColours[i]}"/><text x="${kLeft + 12 + i * 220}" y="${height - 14}">${name}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#222">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${kLeft}" y="18" font-size="14" font-weight="bold">From files to persons and families, by number of rows</text>
${panel(kLeft, 'microseconds per row', series, (point) => (point.seconds / point.rows) * 1e6)}
${panel(kLeft + kWidth + kGap, 'kilobytes per row, at the highest', series, (point) => point.bytes / point.rows / 1000)}
${legend.join('')}<text x="${width - 24}" y="${height - 14}" text-anchor="end" fill="#666">${machine}</text>
</svg>
`;
}

// What every library's worker does: reads one file and says how many rows with content came of it.

export const filled = (rows) =>
  rows.reduce((sum, row) => sum + (row?.some((cell) => cell !== undefined && cell !== null && cell !== '') ? 1 : 0), 0);

export function serve(read) {
  self.onmessage = async ({ data }) => {
    try {
      self.postMessage({ rows: await read(data) });
    } catch (error) {
      self.postMessage({ fault: String(error?.message ?? error) });
    }
  };
}

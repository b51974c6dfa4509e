// A sealed result as one archive, and out of it again.

import { unzip, Zip, ZipDeflate } from 'fflate';
import type { SealedFile } from '../../engine/minutes-protocol';

const kSlice = 4 << 20; // bytes

/** Files are packed slice by slice: none is in memory whole. */
export async function zipOf(files: readonly SealedFile[]): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, piece) => {
    if (error) {
      throw error;
    }
    pieces.push(piece.slice());
  });
  for (const { name, blob } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = '1980-01-01T00:00:00'; // the same result gives the same archive
    zip.add(entry);
    for (let from = 0; from === 0 || from < blob.size; from += kSlice) {
      const slice = new Uint8Array(await blob.slice(from, from + kSlice).arrayBuffer());
      entry.push(slice, from + kSlice >= blob.size);
    }
  }
  zip.end();
  return new Blob(pieces, { type: 'application/zip' });
}

/** Files of an archive by name; nothing when it is none. */
export async function filesOf(archive: Blob): Promise<Map<string, Blob>> {
  const bytes = new Uint8Array(await archive.arrayBuffer());
  return new Promise((resolve) => {
    unzip(bytes, (error, found) => {
      resolve(
        error ? new Map() : new Map(Object.entries(found).map(([name, data]) => [name, new Blob([data.slice()])])),
      );
    });
  });
}

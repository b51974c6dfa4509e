// Decisions survive the tab: their log is kept in the browser (IndexedDB), under the lists it speaks about. A log names lists, rows
// by number and fingerprint, and who decided; names and numbers of the people in the lists are not in it, as far as the page
// writes it: notes are as the officer wrote them.

export interface SavedWork {
  id: string;
  lists: readonly string[]; // names of the sources
  decisions: number;
  at: number; // ms, when it was saved last
  log: string; // decisions.jsonl
  project?: Blob; // the project file with its sealed versions, once there is one; without a passphrase, and without a row of a list
}

const kDatabase = 'padan';
const kStore = 'decisions';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(kDatabase, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(kStore, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(kStore, mode);
      const request = work(transaction.objectStore(kStore));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** All works, the last first. Rejects where the browser forbids storage. */
export async function savedWorks(): Promise<SavedWork[]> {
  const works = await inStore<SavedWork[]>('readonly', (store) => store.getAll());
  return works.sort((a, b) => b.at - a.at);
}

export async function saveWork(work: SavedWork): Promise<void> {
  await inStore('readwrite', (store) => store.put(work));
}

export async function forgetWork(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id));
}

/** Those that speak about some of the lists at hand. */
export function worksFor(works: readonly SavedWork[], lists: readonly string[]): SavedWork[] {
  return works.filter((work) => work.lists.some((name) => lists.includes(name)));
}

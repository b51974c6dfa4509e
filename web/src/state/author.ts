// Who answers: asked once, kept until the tab is closed. Not kept longer, because desks are shared.

export interface Author {
  by: string;
  capacity: string;
}

const kKey = 'padan.author';

export function loadAuthor(): Author | undefined {
  try {
    const { by, capacity } = JSON.parse(sessionStorage.getItem(kKey) ?? '') as Author;
    return by === '' ? undefined : { by, capacity };
  } catch {
    return undefined; // not yet asked, or storage is forbidden in this browser
  }
}

export function saveAuthor(author: Author): void {
  try {
    sessionStorage.setItem(kKey, JSON.stringify(author));
  } catch {
    // storage is forbidden: asked again after a reload
  }
}

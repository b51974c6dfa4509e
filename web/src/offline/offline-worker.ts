/// <reference lib="webworker" />
// The service worker of the hosted page: keeps the page and answers from what it kept. It sends nothing of its own accord.

declare const self: ServiceWorkerGlobalScope;

export {}; // a module: its self is not the one of the other workers

const kCache = 'padan-__PADAN_VERSION__'; // the hash of the page stands here after the build
const kPrecache = ['./', './manifest.webmanifest'];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(kCache)
      .then((cache) => cache.addAll(kPrecache))
      .then(() => self.skipWaiting()), // the page is one file: an old and a new part cannot meet
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith('padan-') && name !== kCache).map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const wanted = event.request.mode === 'navigate' ? './' : event.request;
  event.respondWith(caches.match(wanted, { ignoreSearch: true }).then((kept) => kept ?? fetch(event.request)));
});

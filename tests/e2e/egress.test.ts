// Law 1: after it has loaded, no byte leaves the page. Another address of this machine listens; everything that a page can send
// with is tried from inside, in both builds; and a whole journey is watched.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { by, closeServer, figure, kSinglePage, loadSample, openBrowser, openPage, run, serveHosted } from './support';

const kChannels = [
  'fetch',
  'xhr',
  'beacon',
  'socket',
  'events',
  'image',
  'style',
  'script',
  'frame',
  'form',
  'worker',
  'object',
  'video',
  'ping',
] as const;
type Channel = (typeof kChannels)[number];

/** Runs in the page: sends "/<channel>" to the target by that channel, however it can. */
function send([channel, target]: [Channel, string]): void {
  const address = `http://${target}/${channel}`;
  const add = (tag: string, properties: Record<string, string>): HTMLElement =>
    document.body.appendChild(Object.assign(document.createElement(tag), properties));
  const ways: Record<Channel, () => unknown> = {
    fetch: () => fetch(address, { mode: 'no-cors' }).catch(() => undefined),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open('GET', address);
      request.send();
    },
    beacon: () => navigator.sendBeacon(address, 'x'),
    socket: () => new WebSocket(`ws://${target}/socket`),
    events: () => new EventSource(address),
    image: () => add('img', { src: address }),
    style: () => add('link', { rel: 'stylesheet', href: address }),
    script: () => add('script', { src: address }),
    frame: () => add('iframe', { src: address }),
    form: () => {
      add('iframe', { name: 'hole' });
      (add('form', { method: 'post', action: address, target: 'hole' }) as HTMLFormElement).submit();
    },
    worker: () => new Worker(URL.createObjectURL(new Blob([`fetch("${address}", {mode: "no-cors"}).catch(() => 0)`]))),
    object: () => add('object', { data: address }),
    video: () => add('video', { src: address }),
    ping: () => {
      const link = add('a', { href: '#ping', ping: address });
      link.click();
    },
  };
  try {
    ways[channel]();
  } catch {
    // refused at once
  }
}

let context: BrowserContext;
let listener: Server;
let target: string;
let heard: string[] = [];
let hosted: Awaited<ReturnType<typeof serveHosted>>;

beforeAll(async () => {
  listener = createServer((request, response) => {
    heard.push((request.url ?? '').slice(1));
    response.end();
  });
  listener.on('upgrade', (request, socket) => {
    heard.push((request.url ?? '').slice(1));
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.2', resolve));
  target = `127.0.0.2:${(listener.address() as AddressInfo).port}`;
  hosted = await serveHosted();
  context = await openBrowser();
});
afterAll(async () => {
  await context.close();
  await closeServer(listener);
  await closeServer(hosted.server);
});
beforeEach(() => {
  heard = [];
});

async function tryAll(page: Page): Promise<void> {
  for (const channel of kChannels) {
    await page.evaluate(send, [channel, target] as [Channel, string]);
  }
  await page.waitForTimeout(1500);
}

describe('without the policy', () => {
  it('every channel reaches the listener: the attempts are real', async () => {
    const open = createServer((_, response) =>
      response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>open</title>'),
    );
    await new Promise<void>((resolve) => open.listen(0, '127.0.0.1', resolve));
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(open.address() as AddressInfo).port}/`);
    await tryAll(page);
    await page.close();
    await closeServer(open);
    expect(kChannels.filter((channel) => !heard.includes(channel))).toEqual([]);
  });
});

describe.each(['hosted', 'single'] as const)('%s', (build) => {
  const address = (): string => (build === 'hosted' ? hosted.address : kSinglePage);

  it('refuses every channel', async () => {
    const { page } = await openPage(context, address());
    await tryAll(page);
    await page.close();
    expect(heard).toEqual([]);
  });

  it('makes no request during a whole journey', async () => {
    const { page, faults } = await openPage(context, address());
    if (build === 'hosted') {
      await page.evaluate(() => navigator.serviceWorker.ready);
    }
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    hosted.asked.length = 0;
    await loadSample(page);
    await run(page);
    await page.click(by('to-unified'));
    await page.waitForSelector('.upset .door');
    await Promise.all([page.waitForEvent('download'), page.click(by('export-rows'))]);
    await page.close();
    expect(requests.filter((url) => !/^(blob|data):/.test(url))).toEqual([]);
    // The browser itself looks now and then whether the service worker is still the same; that request carries nothing.
    expect(hosted.asked.filter((path) => path !== '/sw.js')).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('shows the refusals to whoever asks', async () => {
    const { page } = await openPage(context, address());
    await page.click(by('offline'));
    await page.click(by('proof-all'));
    for (const attempt of ['fetch', 'beacon', 'socket', 'image']) {
      await page.waitForSelector(`${by(`proof-${attempt}`)}.good`, { timeout: 5000 });
    }
    expect(await page.textContent('.policy')).toContain("connect-src 'none'");
    await page.close();
  });
});

describe('the hosted page', () => {
  it('opens and works without its server after the first visit', async () => {
    const own = await serveHosted();
    const { page } = await openPage(context, own.address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await closeServer(own.server);
    await page.reload();
    await page.waitForSelector('main h1');
    await loadSample(page);
    await run(page);
    expect(await figure(page, 'persons')).toBeGreaterThan(0);
    await page.close();
  });
});

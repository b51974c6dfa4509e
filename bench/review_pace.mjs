// How long the screen Tinjau lets an officer wait: from the key to the sight of another question.

const by = (id) => `[data-testid="${id}"]`;

/** Says who decides and opens the questions; milliseconds from the click to the first one. */
export async function openQuestions(page) {
  const since = performance.now();
  await page.click(by('nav-tinjau'));
  await page.waitForSelector(by('author-name'));
  const opened = performance.now() - since;
  await page.fill(by('author-name'), 'Rina Rekaan');
  await page.focus(by('author-name'));
  await page.keyboard.press('Enter');
  await page.waitForSelector(by('question'));
  return Math.round(opened);
}

/** Middle, 95 % and longest wait in milliseconds after the key was pressed so many times. */
export async function paceOf(page, key, times) {
  await page.evaluate(watch, by('question'));
  for (let i = 1; i <= times; ++i) {
    await page.keyboard.press(key);
    await page.waitForFunction((n) => window.paces.length >= n, i);
  }
  const took = (await page.evaluate(() => window.paces)).sort((a, b) => a - b);
  const at = (share) => Math.round(took[Math.floor((took.length - 1) * share)]);
  return { middle_ms: at(0.5), p95_ms: at(0.95), longest_ms: at(1) };
}

/** In the page: notes into window.paces how long after each key another question stood there. */
function watch(place) {
  const inSight = () => document.querySelector(place)?.getAttribute('data-case');
  let pressed = 0;
  let last = inSight();
  window.paces = [];
  window.pacing?.abort();
  window.pacing = new AbortController();
  const { signal } = window.pacing;
  document.addEventListener('keydown', () => (pressed = performance.now()), { capture: true, signal });
  const observer = new MutationObserver(() => {
    const now = inSight();
    if (now !== undefined && now !== last) {
      last = now;
      window.paces.push(performance.now() - pressed);
    }
  });
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

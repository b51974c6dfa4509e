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
  const took = [];
  for (let i = 0; i < times; ++i) {
    took.push(await waitAfter(page, key));
  }
  took.sort((a, b) => a - b);
  const at = (share) => Math.round(took[Math.min(took.length - 1, Math.floor(took.length * share))]);
  return { middle_ms: at(0.5), p95_ms: at(0.95), longest_ms: at(1) };
}

async function waitAfter(page, key) {
  const waiting = page.evaluate(
    (place) =>
      new Promise((resolve) => {
        const inSight = () => document.querySelector(place)?.getAttribute('data-case');
        const old = inSight();
        let began = performance.now();
        const started = () => {
          began = performance.now();
        };
        document.addEventListener('keydown', started, { once: true, capture: true });
        const observer = new MutationObserver(() => {
          const now = inSight();
          if (now !== undefined && now !== old) {
            observer.disconnect();
            resolve(performance.now() - began);
          }
        });
        observer.observe(document.body, { childList: true, subtree: true, attributes: true });
      }),
    by('question'),
  );
  await page.keyboard.press(key);
  return waiting;
}

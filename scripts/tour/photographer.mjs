/** Numbered pictures of every screen: light and dark, on a small and on a large display. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const themes = ['light', 'dark'];

/** `isQuick`: one picture a screen, small and light. */
export function makePhotographer({ app, page, folder, isQuick = false }) {
  mkdirSync(folder, { recursive: true });
  const asked = isQuick
    ? [[sizes[0], 'light']]
    : sizes.flatMap((size) => themes.map((theme) => [size, theme]));
  let number = 0;
  let taken = 0;

  async function arrange({ width, height }, theme) {
    await page.emulateMedia({ colorScheme: theme });
    // A menu bar that has just come takes its height from the page: asked again until it fits.
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await app.evaluate(
        ({ BrowserWindow }, wanted) => {
          const [window] = BrowserWindow.getAllWindows();
          window?.setPosition(0, 0);
          window?.setContentSize(wanted.width, wanted.height);
        },
        { width, height },
      );
      const isArranged = await page
        .waitForFunction(
          (wanted) =>
            document.documentElement.dataset.theme === wanted.theme &&
            innerWidth === wanted.width &&
            innerHeight === wanted.height,
          { width, height, theme },
          { timeout: 500 },
        )
        .catch(() => null);
      if (isArranged) break;
    }
  }

  /** The picture, once two in a row are the same: views load when they are first opened, and lay themselves out. */
  async function still() {
    let before = await page.screenshot();
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const now = await page.screenshot();
      if (now.equals(before)) return now;
      before = now;
    }
    return before;
  }

  return {
    get taken() {
      return taken;
    },
    /** Takes the screen as it stands, in what themes and sizes are asked; `NN-name-WIDTHxHEIGHT-theme.png`. */
    async take(name) {
      number += 1;
      for (const [size, theme] of asked) {
        await arrange(size, theme);
        const words = name.replace(/[^a-z]+/gi, '-');
        const file = `${String(number).padStart(2, '0')}-${words}-${size.width}x${size.height}-${theme}.png`;
        writeFileSync(join(folder, file), await still());
        taken += 1;
      }
      await arrange(sizes[0], 'light');
    },
    /** What the window showed when a step failed. */
    async failed() {
      await page.screenshot({ path: join(folder, 'failed.png') }).catch(() => undefined);
    },
  };
}

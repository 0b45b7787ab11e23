import type { Locator, Page } from '@playwright/test';

/** Drops files of the system onto a place of the window, as from the file manager. */
export async function dropFiles(page: Page, onto: Locator, paths: readonly string[]): Promise<void> {
  const box = await onto.boundingBox();
  if (!box) throw new Error('The place to drop onto is not in sight.');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await session.detach();
}

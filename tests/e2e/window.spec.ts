import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './support/emic';
import { EmicWindow } from './support/pages/emic-window';
import { copyOfSample } from './support/projects';

const post = 'The Future of The Netroots Movement';

interface MenuLine {
  readonly path: string;
  readonly accelerator: string | null;
  readonly enabled: boolean;
}

/** Keeps the last menu bar that the window was given: Electron has no way to ask a window for its menu. */
async function watchMenus(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate;
    Menu.buildFromTemplate = (template) => {
      const menu = build.call(Menu, template);
      Reflect.set(globalThis, 'lastMenu', menu);
      return menu;
    };
  });
}

function menuLines(app: ElectronApplication): Promise<MenuLine[]> {
  return app.evaluate(({ Menu }) => {
    const bar = Menu.getApplicationMenu() ?? Reflect.get(globalThis, 'lastMenu');
    const lines: MenuLine[] = [];
    const walk = (menu: Electron.Menu, above: string) => {
      for (const item of menu.items) {
        const path = `${above}${item.label}`;
        if (item.submenu) walk(item.submenu, `${path} > `);
        else if (item.type !== 'separator') {
          lines.push({ path, accelerator: item.accelerator ?? null, enabled: item.enabled });
        }
      }
    };
    if (bar) walk(bar, '');
    return lines;
  });
}

/** Clicks a line of the native menu bar. */
async function clickMenu(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ BrowserWindow, Menu }, wanted) => {
    const bar: Electron.Menu = Menu.getApplicationMenu() ?? Reflect.get(globalThis, 'lastMenu');
    let items = bar.items;
    for (const label of wanted.split(' > ')) {
      const item = items.find((each) => each.label === label);
      if (!item) throw new Error(`The menu has no ${label}.`);
      if (item.submenu) items = item.submenu.items;
      else item.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
    }
  }, path);
}

test.describe('the native menus', () => {
  test('hold every action with its keys and know what is possible', async ({ launch, folder }) => {
    const emic = await launch();
    const window = new EmicWindow(emic);
    await watchMenus(emic.app);
    await window.page.getByRole('button', { name: 'Open the sample' }).click();
    await window.isOpen('Netroots');
    const keys = async (path: string) =>
      (await menuLines(emic.app)).find((line) => line.path === path)?.accelerator;
    await expect.poll(() => keys('File > New project…')).toBe('CommandOrControl+N');
    await expect.poll(() => keys('File > Open project…')).toBe('CommandOrControl+O');
    await expect.poll(() => keys('File > Export the codebook…')).toBe('CommandOrControl+E');
    await expect.poll(() => keys('View > Co-occurrence')).toBe('CommandOrControl+Shift+O');
    const tops = async () => [
      ...new Set((await menuLines(emic.app)).map(({ path }) => path.split(' > ')[0])),
    ];
    // A menu that is just being made anew is seen in parts.
    await expect.poll(tops).toEqual(['File', 'Edit', 'Coding', 'View', 'Help']);
    const lines = await menuLines(emic.app);
    const undo = lines.find(({ path }) => path.startsWith('Edit > Undo'));
    expect(undo).toMatchObject({ accelerator: 'CommandOrControl+Z' });
    expect(lines.filter(({ path }) => path.startsWith('Coding > ')).length).toBeGreaterThan(15);

    await clickMenu(emic.app, 'View > Codebook');
    await expect(window.page.getByRole('heading', { name: 'Codebook' })).toBeVisible();
    await clickMenu(emic.app, 'View > Theme > Dark theme');
    await expect(window.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await window.noErrors();
    expect(folder).toBeTruthy();
  });

  test('undo is called by what it undoes', async ({ launch, folder }) => {
    const emic = await launch();
    const window = new EmicWindow(emic);
    await watchMenus(emic.app);
    await window.page.getByRole('button', { name: 'Open the sample' }).click();
    await window.createCode('something new');
    const undo = async () => (await menuLines(emic.app)).find(({ path }) => path.startsWith('Edit > Undo'));
    await expect
      .poll(undo)
      .toMatchObject({ enabled: true, path: expect.stringContaining('create something new') });
    await clickMenu(emic.app, (await undo())?.path ?? '');
    await expect(window.codes.row('something new')).toBeHidden();
    expect(folder).toBeTruthy();
  });
});

test('the palette finds documents, codes and commands', async ({ launch, folder }) => {
  const window = new EmicWindow(await launch({ project: copyOfSample(folder) }));
  await window.isOpen('Netroots');
  await window.runFromPalette('Grassroot Power');
  await window.document("Grassroot Power: Labour's campaign from below").isOpen();
  await window.runFromPalette('History');
  await expect(window.page.getByRole('heading', { name: 'History' })).toBeVisible();
  await window.runFromPalette('fundraising');
  await expect(window.inspector).toContainText('fundraising');
  await window.press('Control+k');
  await expect(window.page.getByRole('combobox')).toBeFocused();
  await window.press('Escape');
  // A question mark typed while the palette goes away would be its last letter.
  await expect(window.page.getByRole('combobox')).toHaveCount(0);
  // The keyboard was in the history, which is behind the quotations now: the tab in front has it.
  await expect(window.page.getByRole('tab', { selected: true })).toBeFocused();
  await window.press('?');
  await expect(window.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await window.press('Escape');
  await window.noErrors();
});

test('a view that was left at once takes the keyboard no more', async ({ launch, folder }) => {
  const window = new EmicWindow(await launch({ project: copyOfSample(folder) }));
  await window.isOpen('Netroots');
  await window.press('Control+Shift+L');
  const field = window.page
    .getByRole('region', { name: 'Open documents and views' })
    .getByRole('searchbox')
    .first();
  await expect(field).toBeFocused();
  // The history is opened and closed again between its tries to take the keyboard, whenever these are.
  const focused = await window.page.evaluate(async () => {
    const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
    const press = (key: string, shiftKey: boolean) =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, code: `Key${key}`, ctrlKey: true, shiftKey, bubbles: true }),
      );
    const found: string[] = [];
    for (const time of [10, 25, 40, 55, 70, 85]) {
      (document.activeElement as HTMLElement).blur();
      press('H', true);
      await wait(time);
      press('W', false);
      (document.activeElement as HTMLElement).blur();
      await wait(300);
      found.push(document.activeElement?.tagName ?? '');
    }
    return found;
  });
  expect(focused).toEqual(focused.map(() => 'BODY'));
  await window.noErrors();
});

test('the history lists every step, says what is undone, and survives a restart', async ({
  launch,
  folder,
}) => {
  const project = copyOfSample(folder);
  const emic = await launch({ project });
  const window = new EmicWindow(emic);
  await window.isOpen('Netroots');
  await window.createCode('first thought');
  await window.createCode('second thought');
  await window.press('Control+Shift+H');
  const list = window.page.getByRole('region', { name: 'Changes, newest first' });
  await expect(list.getByRole('listitem').nth(1)).toContainText('Created second thought');
  await window.page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(
    list.getByRole('listitem').filter({ hasText: /created second thought.*undone/i }),
  ).toBeVisible();
  await expect(window.codes.row('second thought')).toBeHidden();
  await emic.close();

  const next = new EmicWindow(await launch({ project, userData: emic.userData }));
  await next.isOpen('Netroots');
  await next.codes.row('first thought').click();
  await next.press('Control+Shift+z');
  await expect(next.codes.row('second thought')).toBeVisible();
  await next.press('Control+z');
  await next.press('Control+z');
  await expect(next.codes.row('first thought')).toBeHidden();
  await next.noErrors();
});

test('tabs, split, panels, theme and text size come back as they were left', async ({ launch, folder }) => {
  const project = copyOfSample(folder);
  const emic = await launch({ project });
  const window = new EmicWindow(emic);
  await window.openDocument(post);
  await window.documents.choose("Grassroot Power: Labour's campaign from below", 'Open beside');
  await window.document("Grassroot Power: Labour's campaign from below").isOpen();
  await window.runFromPalette('Dark theme');
  await window.press('Control+Shift+.');
  await expect(window.statusBar.getByRole('button', { name: /Text size/ })).toHaveText('110 %');
  await window.press('Control+j');
  await expect(window.inspector).toBeHidden();
  const separator = window.page.getByRole('separator').first();
  await separator.focus();
  for (let step = 0; step < 3; step += 1) await window.press('ArrowRight');
  const width = async () => Math.round((await window.documents.section.boundingBox())?.width ?? 0);
  const left = await width();
  await emic.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1300, height: 820 });
  });
  await expect.poll(() => emic.page.evaluate(() => outerWidth)).toBe(1300);
  await emic.close();

  const again = await launch({ project, userData: emic.userData });
  const next = new EmicWindow(again);
  await next.document(post).isOpen();
  await next.document("Grassroot Power: Labour's campaign from below").isOpen();
  await expect(next.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(next.statusBar.getByRole('button', { name: /Text size/ })).toHaveText('110 %');
  await expect(next.inspector).toBeHidden();
  const nextWidth = async () => Math.round((await next.documents.section.boundingBox())?.width ?? 0);
  await expect.poll(async () => Math.abs((await nextWidth()) - left)).toBeLessThan(3);
  const bounds = await again.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toMatchObject({ width: 1300, height: 820 });
  await next.noErrors();
});

test('the coder is shown and switched in the status bar', async ({ launch, folder }) => {
  const window = new EmicWindow(await launch({ project: copyOfSample(folder) }));
  await window.statusBar.getByRole('button', { name: 'Coder: Robin' }).click();
  await window.page.getByRole('menuitem', { name: 'Another coder…' }).click();
  const dialog = window.page.getByRole('dialog', { name: 'Who is coding?' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Sami');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(window.statusBar.getByRole('button', { name: 'Coder: Sami' })).toBeVisible();
  const view = await window.openDocument(post);
  await view.select('Third Party & Independents');
  await view.chooseByMouse('something of Sami', 'Create “something of Sami”');
  await expect(window.inspector).toContainText('Sami');
});

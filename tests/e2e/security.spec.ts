import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Shell } from '../../src/contract/shell';
import { type CountingServer, startCountingServer } from './support/counting-server';
import { electronUnderTest, expect, launchArguments, makeUserData, test } from './support/emic';
import { readNetLog } from './support/net-log';
import { runWithoutNetwork, whyNoNamespace } from './support/no-network';
import { reachOut } from './support/reach-out';
import { startAndQuit } from './support/start-and-quit';

/**
 * What the page may not do, tried for real: each test does the forbidden thing in the running application and
 * looks at the outside (a server that counts connections, the file system, a net log) for traces of it.
 */
const exposed = {
  platform: true,
  version: true,
  settings: true,
  opening: true,
  saveSetting: true,
  requestPort: true,
  chooseProject: true,
  chooseDocuments: true,
  chooseFolder: true,
  chooseSavePath: true,
  copySample: true,
  recentProjects: true,
  forgetRecentProject: true,
  pathOfFile: true,
  showInFolder: true,
  setMenu: true,
  onMenuAction: true,
  onSettingSaved: true,
  onOpenProject: true,
  onEngineEnded: true,
  setProject: true,
  showIfOpen: true,
  reportUsable: true,
} satisfies Record<keyof Shell, true>;

const pageUrl = 'emic://app/index.html';

test.describe('the page', () => {
  test('has no Node, only the shell', async ({ launch }) => {
    const { page } = await launch();
    const found = await page.evaluate(() => ({
      node: ['require', 'module', 'process', 'Buffer', 'global', '__dirname', 'electron'].filter(
        (name) => name in window,
      ),
      shell: Object.keys(Reflect.get(window, 'emic')).sort(),
    }));
    expect(found.node).toEqual([]);
    expect(found.shell).toEqual(Object.keys(exposed).sort());
  });

  test('runs no script but its own files', async ({ launch }) => {
    const { page } = await launch();
    await page.evaluate(() => {
      const refused: string[] = [];
      Reflect.set(window, 'refused', refused);
      document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
      const inline = document.createElement('script');
      inline.textContent = 'window.ranInline = true';
      const handler = document.createElement('div');
      handler.innerHTML = '<img src="missing.png" onerror="window.ranHandler = true">';
      document.body.append(inline, handler);
      // What the test itself evaluates is exempt from the policy; what runs later is not.
      setTimeout(() => {
        try {
          Reflect.set(window, 'ranEval', new Function('return true')());
        } catch {
          Reflect.set(window, 'evalRefused', true);
        }
      });
    });
    await page.waitForFunction(() => Reflect.get(window, 'evalRefused'));
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'refused'))).toContain('script-src-attr');
    expect(await page.evaluate(() => Reflect.get(window, 'refused'))).toContain('script-src-elem');
    const ran = await page.evaluate(() =>
      ['ranInline', 'ranHandler', 'ranEval'].filter((name) => name in window),
    );
    expect(ran).toEqual([]);
  });

  test('gets its policy with the page and nothing from outside its folder', async ({ launch }) => {
    const { app } = await launch();
    const answers = await app.evaluate(async ({ net }, page) => {
      const addresses = [
        page,
        'emic://app/../main/index.cjs',
        'emic://app/%2e%2e/main/index.cjs',
        'emic://app/..%2fmain%2findex.cjs',
        'emic://app/..%2f..%2fpackage.json',
        'emic://app//etc/passwd',
        'emic://elsewhere/index.html',
      ];
      const answered: { status: number; policy: string }[] = [];
      for (const address of addresses) {
        const { status, headers } = await net.fetch(address);
        answered.push({ status, policy: headers.get('content-security-policy') ?? '' });
      }
      return answered;
    }, pageUrl);
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404, 404, 404, 404]);
    const policy = answers[0]?.policy ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'none'",
      "form-action 'none'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('opens no window', async ({ launch }) => {
    const { app, page } = await launch();
    const opened = await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'about:blank', target: '_blank' });
      document.body.append(link);
      link.click();
      return [
        window.open('about:blank'),
        window.open('emic://app/index.html'),
        window.open('https://example.org/'),
      ];
    });
    expect(opened).toEqual([null, null, null]);
    await settle(page);
    expect(app.windows()).toHaveLength(1);
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

  for (const target of ['https://example.org/', 'file:///etc/passwd', 'emic://app/elsewhere.html']) {
    test(`does not go to ${target}`, async ({ launch }) => {
      const { page } = await launch();
      await page.evaluate((address) => {
        Reflect.set(window, 'stillHere', true);
        location.href = address;
        const link = Object.assign(document.createElement('a'), { href: address });
        document.body.append(link);
        link.click();
        const form = Object.assign(document.createElement('form'), { action: address });
        document.body.append(form);
        form.submit();
      }, target);
      await settle(page);
      expect(page.url()).toBe(pageUrl);
      expect(await page.evaluate(() => Reflect.get(window, 'stillHere'))).toBe(true);
    });
  }

  test('comes back from about:blank, before which nobody is asked', async ({ launch }) => {
    const { page } = await launch();
    await page.evaluate(() => {
      location.href = 'about:blank';
    });
    await expect(page).toHaveURL(pageUrl);
    await expect.poll(() => page.evaluate(() => 'emic' in window)).toBe(true);
  });

  test('is given no permission', async ({ launch }) => {
    const { page } = await launch();
    const answers = await page.evaluate(async () => {
      const refusal = (work: Promise<unknown>) =>
        work.then(
          () => 'granted',
          (error: Error) => error.name,
        );
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      const states = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
      return {
        states: (await Promise.all(states)).map((status) => status.state),
        notification: await Notification.requestPermission(),
        camera: await refusal(navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await refusal(navigator.mediaDevices.getDisplayMedia()),
        clipboard: await refusal(navigator.clipboard.readText()),
        position: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            (error) => resolve(error.code),
          ),
        ),
      };
    });
    expect(answers.states).toEqual(answers.states.map(() => 'denied'));
    expect(answers.notification).toBe('denied');
    expect([answers.camera, answers.screen, answers.clipboard]).not.toContain('granted');
    expect(answers.position).toBe(1);
  });

  test('can’t make the shell take what it is not', async ({ launch }) => {
    const { page, userData } = await launch();
    const settings = await page.evaluate(() => {
      const shell = Reflect.get(window, 'emic');
      shell.saveSetting('coder', { name: '', color: 'red' });
      shell.saveSetting('theme', 'pink');
      shell.saveSetting('textZoom', '100');
      shell.saveSetting('__proto__', { polluted: true });
      shell.setProject({ path: 7, name: [] });
      shell.setMenu([{ label: 'File', items: [{ type: 'role', role: 'reload' }, null, 3] }, 'no section']);
      shell.showInFolder('relative/path');
      return shell.settings;
    });
    // A last thing that is right shows that everything before it was looked at.
    await page.evaluate(() => Reflect.get(window, 'emic').saveSetting('textZoom', 120));
    await page.reload();
    const after = await page.evaluate(() => Reflect.get(window, 'emic').settings);
    expect(after).toEqual({ ...settings, textZoom: 120, layouts: after.layouts, choices: after.choices });
    expect(userData).not.toBe('');
  });
});

test.describe('the network', () => {
  let server: CountingServer;

  test.beforeAll(async () => {
    server = await startCountingServer();
  });
  test.afterAll(() => server.close());

  test('is out of the page’s reach', async ({ launch }) => {
    const { page } = await launch();
    const before = server.reached();
    await reachOut(page, server);
    expect(server.reached()).toBe(before);
  });

  test('is out of reach even without the page’s policy', async ({ launch }) => {
    const { app, page } = await launch();
    const before = server.reached();
    const devtools = await app.context().newCDPSession(page);
    await devtools.send('Page.setBypassCSP', { enabled: true });
    await page.reload();
    const refusals = new Map<string, string>();
    page.on('requestfailed', (request) => refusals.set(request.url(), request.failure()?.errorText ?? ''));
    await reachOut(page, server);
    // By the session, not for want of a name: the resolver’s refusal below is a wall of its own.
    for (const address of [server.url, `${server.url}picture.png`, `${server.url}script.js`]) {
      expect(refusals.get(address)).toBe('net::ERR_BLOCKED_BY_CLIENT');
    }
    const fromMain = await app.evaluate(async ({ session }, url) => {
      const target = session.defaultSession;
      return target.resolveHost
        ? target.resolveHost('localhost').then(
            () => 'resolved',
            (error: Error) => error.message,
          )
        : url;
    }, server.url);
    expect(fromMain).toContain('ERR_NAME_NOT_RESOLVED');
    expect(server.reached()).toBe(before);
  });

  test('is reached by the same attempts where nothing forbids them', async () => {
    // The counter counts: otherwise the two tests above would prove nothing.
    const before = server.reached();
    expect((await fetch(server.url)).status).toBe(200);
    expect(server.reached()).toBeGreaterThan(before);
  });

  test('stays silent from start to end', async ({ launch, folder }) => {
    const netLog = join(folder, 'net-log.json');
    const emic = await launch({ project: sampleIn(folder), args: logArguments(netLog) });
    await doSomeWork(emic.page);
    await emic.close();
    expectSilence(netLog);
  });

  test('stays silent without a test driver, too', async ({ folder }) => {
    const netLog = join(folder, 'net-log.json');
    await startAndQuit(launchArgumentsFor(folder, netLog), /EMIC_MEASURE/);
    expectSilence(netLog);
  });

  test('is asked for by an Electron without these measures', async ({ folder }) => {
    const netLog = join(folder, 'net-log.json');
    const bare = join(folder, 'bare');
    mkdirSync(bare);
    writeFileSync(join(bare, 'package.json'), '{ "name": "bare", "main": "main.cjs" }');
    writeFileSync(
      join(bare, 'main.cjs'),
      `const { app, BrowserWindow } = require('electron');
      app.whenReady().then(() => new BrowserWindow({ show: false }).loadURL('data:text/html,bare'))
        .then(() => setTimeout(() => { console.log('READY'); }, 1500));`,
    );
    const { args } = electronUnderTest();
    await startAndQuit(
      [...args, bare, `--user-data-dir=${join(folder, 'user')}`, ...logArguments(netLog)],
      /READY/,
    );
    expect(readNetLog(netLog).requests).not.toEqual([]);
  });

  test('is not needed: @work', async ({ launch, folder }) => {
    if (process.env.EMIC_EXPECT_NO_NETWORK) {
      expect(Object.keys(networkInterfaces())).toEqual(['lo']);
      expect(await reasonNoRoute('192.0.2.1')).toBe('ENETUNREACH');
    }
    const { page, errors } = await launch({ project: sampleIn(folder) });
    await doSomeWork(page);
    expect(errors).toEqual([]);
  });

  test('is not there, and everything works', async ({ folder }) => {
    const reason = whyNoNamespace();
    test.skip(reason !== null, `no network namespace here: ${reason}`);
    const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
    const { PLAYWRIGHT_JSON_OUTPUT_FILE: _, ...env } = process.env;
    const { code, output } = await runWithoutNetwork(
      [
        process.execPath,
        playwright,
        'test',
        'security.spec.ts',
        '--grep=@work',
        '--reporter=line',
        `--output=${folder}`,
      ],
      { ...env, EMIC_EXPECT_NO_NETWORK: '1' },
    );
    expect(output).toContain('1 passed');
    expect(code).toBe(0);
  });
});

/** Long enough for a navigation or a window, had one been allowed, to show. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
}

function sampleIn(folder: string): string {
  const copy = join(folder, 'Netroots.emic');
  copyFileSync(join(electronUnderTest().folder, 'out', 'sample', 'Netroots.emic'), copy);
  return copy;
}

/** Opens a document of the sample and the command palette: fonts, pictures and parts loaded late are all asked for. */
async function doSomeWork(page: Page): Promise<void> {
  await page.getByText('The Future of The Netroots Movement').first().dblclick();
  await expect(page.getByRole('textbox').or(page.locator('.ProseMirror')).first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
}

function logArguments(path: string): string[] {
  return [`--log-net-log=${path}`, '--net-log-capture-mode=Everything'];
}

function launchArgumentsFor(folder: string, netLog: string): string[] {
  const userData = makeUserData();
  return launchArguments({ project: sampleIn(folder), args: logArguments(netLog) }, userData);
}

function expectSilence(netLog: string): void {
  const traffic = readNetLog(netLog);
  expect(traffic.events).toBeGreaterThan(0);
  expect(traffic).toMatchObject({ requests: [], resolutions: [], sockets: [] });
}

/** The code with which a connection fails at once, or `connected`. */
function reasonNoRoute(host: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: 80 });
    socket.once('connect', () => resolve('connected'));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

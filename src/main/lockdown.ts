import { app, type Session, session, type WebContents } from 'electron';
import { pageOrigin, pageUrl } from './page';

/** Copying needs this one; reading the clipboard happens only in a paste event, which asks for nothing. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

function schemeOf(url: string): string {
  return url.slice(0, url.indexOf(':') + 1).toLowerCase();
}

function lockSession(target: Session): void {
  const allowedSchemes = new Set(['emic:', 'data:', 'blob:', ...(app.isPackaged ? [] : ['devtools:'])]);
  target.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !allowedSchemes.has(schemeOf(url)) }),
  );
  target.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(allowedPermissions.has(permission)),
  );
  target.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission));
  target.setDevicePermissionHandler(() => false);
  target.on('will-download', (event) => event.preventDefault());
  // Electron fetches a dictionary at start for every language named here, whatever `spellcheck` says.
  target.setSpellCheckerLanguages([]);
  target.setSpellCheckerEnabled(false);
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Chromium asks nobody before it goes to `about:blank`.
  contents.on('did-navigate', (_event, url) => {
    if (!isOwnAddress(url) && schemeOf(url) !== 'devtools:') void contents.loadURL(pageUrl);
  });
}

function isOwnAddress(url: string): boolean {
  return url.startsWith(`${pageOrigin}/`);
}

/** Whether a message comes from the page itself and not from something inside it. */
export function isOwnPage(frame: Electron.WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}

/**
 * The second wall: the page's policy already forbids all of this. Must run when the application is ready, before
 * the first window.
 */
export function lockDown(): void {
  lockSession(session.defaultSession);
  app.on('session-created', lockSession);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

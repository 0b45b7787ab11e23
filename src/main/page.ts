import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { type ProtocolResponse, protocol } from 'electron';

/**
 * The page is served from `emic://app/`, not from `file://`: measured, the two start equally fast, but here the
 * page has an origin of its own, sees no other file of the machine (`'self'` of a `file:` page is the whole disk),
 * gets its policy as a header, and its code may be kept compiled (`codeCache`, Electron 28 and newer).
 */
export const pageOrigin = 'emic://app';
export const pageUrl = `${pageOrigin}/index.html`;

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the application is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'emic', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * The file below `folder` that a request asks for, or undefined when it is not ours to give: another host, a way
 * out of the folder, a kind of file that the page is not made of.
 */
export function fileOfUrl(folder: string, address: string): string | undefined {
  try {
    const url = new URL(address);
    if (`${url.protocol}//${url.host}` !== pageOrigin) return undefined;
    const file = join(folder, decodeURIComponent(url.pathname));
    const isInside = file.startsWith(folder + sep) && !file.includes('\0');
    return isInside && extname(file) in contentTypes ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Serves the page's files; those that the first paint needs are read while Electron is still starting. */
export class PageFiles {
  private readonly readAhead = new Map<string, Promise<Buffer>>();

  constructor(private readonly folder: string) {}

  startReading(): void {
    const index = join(this.folder, 'index.html');
    const html = readFileSync(index);
    this.readAhead.set(index, Promise.resolve(html));
    for (const [, address] of html.toString().matchAll(/(?:src|href)="([^"]+)"/g)) {
      const file = address && fileOfUrl(this.folder, new URL(address, pageUrl).href);
      if (!file) continue;
      const content = readFile(file);
      // The page's own request reports a missing file.
      content.catch(() => undefined);
      this.readAhead.set(file, content);
    }
  }

  serve(): void {
    // Deprecated in favour of `protocol.handle`, which goes by way of Node's `Request`, `Response` and streams: with it
    // the page's first line ran later (measured together with the network's process, see decision 5).
    protocol.registerBufferProtocol('emic', ({ url, method }, respond) => {
      void this.answer(method, url).then(respond);
    });
  }

  private async answer(method: string, url: string): Promise<ProtocolResponse> {
    const file = method === 'GET' ? fileOfUrl(this.folder, url) : undefined;
    const data = file && (await this.read(file));
    if (!data) return { statusCode: 404, data: Buffer.alloc(0) };
    return {
      data,
      headers: {
        'Content-Type': contentTypes[extname(file)] ?? '',
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
      },
    };
  }

  private async read(file: string): Promise<Buffer | undefined> {
    const ahead = this.readAhead.get(file);
    this.readAhead.delete(file);
    try {
      return await (ahead ?? readFile(file));
    } catch {
      return undefined;
    }
  }
}

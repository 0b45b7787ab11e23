import type { Page } from '@playwright/test';
import type { CountingServer } from './counting-server';

/** Tries every way that a page has to reach a server, and waits for each to fail or end. */
export async function reachOut(page: Page, server: CountingServer): Promise<void> {
  await page.evaluate(
    async ({ url, webSocketUrl, stunUrl }) => {
      const ended = (target: EventTarget) =>
        new Promise((resolve) => {
          for (const event of ['load', 'error', 'close', 'message']) target.addEventListener(event, resolve);
          setTimeout(resolve, 1000);
        });
      const made = <K extends keyof HTMLElementTagNameMap>(
        name: K,
        address: Partial<HTMLElementTagNameMap[K]>,
      ) => {
        const element = Object.assign(document.createElement(name), address);
        const done = ended(element);
        document.body.append(element);
        return done;
      };
      const tried = (start: () => EventTarget) => {
        try {
          return ended(start());
        } catch {
          return undefined;
        }
      };
      const request = new XMLHttpRequest();
      request.open('GET', url);
      const peer = tried(() => {
        const connection = new RTCPeerConnection({ iceServers: [{ urls: stunUrl }] });
        connection.createDataChannel('out');
        void connection.createOffer().then((offer) => connection.setLocalDescription(offer));
        return connection;
      });
      navigator.sendBeacon(url, 'out');
      const fetched = fetch(url).catch(() => undefined);
      await Promise.all([
        tried(() => {
          request.send();
          return request;
        }),
        tried(() => new WebSocket(webSocketUrl)),
        tried(() => new EventSource(url)),
        tried(() => new Worker(url)),
        made('img', { src: `${url}picture.png` }),
        made('iframe', { src: url }),
        made('script', { src: `${url}script.js` }),
        made('link', { rel: 'stylesheet', href: `${url}style.css` }),
        made('link', { rel: 'prefetch', href: `${url}prefetch` }),
        made('link', { rel: 'preconnect', href: url }),
        made('object', { data: url }),
        made('video', { src: `${url}film.webm` }),
        peer,
        fetched,
      ]);
    },
    { url: server.url, webSocketUrl: server.webSocketUrl, stunUrl: server.stunUrl },
  );
}

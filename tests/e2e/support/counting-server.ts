import { createSocket } from 'node:dgram';
import { createServer, type Server } from 'node:http';

/** A server on this machine that counts whatever reaches it: connections by TCP and datagrams by UDP. */
export interface CountingServer {
  readonly url: string;
  readonly webSocketUrl: string;
  /** The same port by UDP. */
  readonly stunUrl: string;
  reached(): number;
  close(): Promise<void>;
}

export async function startCountingServer(): Promise<CountingServer> {
  let reached = 0;
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/html' });
    response.end('<title>elsewhere</title>');
  });
  server.on('connection', () => {
    reached += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no address.');
  const datagrams = createSocket('udp4', () => {
    reached += 1;
  });
  await new Promise<void>((resolve) => datagrams.bind(address.port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${address.port}/`,
    webSocketUrl: `ws://127.0.0.1:${address.port}/`,
    stunUrl: `stun:127.0.0.1:${address.port}`,
    reached: () => reached,
    close: () =>
      new Promise((resolve) => {
        datagrams.close();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

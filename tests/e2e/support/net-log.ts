import { readFileSync } from 'node:fs';

interface NetLog {
  readonly constants: {
    readonly logEventTypes: Readonly<Record<string, number>>;
    readonly logSourceType: Readonly<Record<string, number>>;
  };
  readonly events: readonly {
    readonly type: number;
    readonly source: { readonly id: number; readonly type: number };
    readonly params?: Readonly<Record<string, unknown>>;
  }[];
}

/** What a net log must not hold, as `EVENT {parameters}`, and how much it holds at all. */
export interface Traffic {
  readonly events: number;
  /** Requests by any scheme that is not our own page's. */
  readonly requests: readonly string[];
  /** Attempts to resolve a name. */
  readonly resolutions: readonly string[];
  /** Sockets that were opened or asked to connect, with or without success. */
  readonly sockets: readonly string[];
}

const localSchemes = /^(emic|devtools|data|blob|chrome):/;

/** Reads a net log that Chromium wrote by `--log-net-log` (complete only after the process has ended). */
export function readNetLog(path: string): Traffic {
  const log: NetLog = JSON.parse(readFileSync(path, 'utf8'));
  const types = new Map(Object.entries(log.constants.logEventTypes).map(([name, number]) => [number, name]));
  const found = log.events.map((event) => ({
    name: types.get(event.type) ?? '',
    params: event.params ?? {},
  }));
  const named = (pattern: RegExp) =>
    found
      .filter(({ name }) => pattern.test(name))
      .map(({ name, params }) => `${name} ${JSON.stringify(params)}`);
  return {
    events: found.length,
    requests: found
      .filter(
        ({ name, params }) => name === 'URL_REQUEST_START_JOB' && !localSchemes.test(String(params.url)),
      )
      .map(({ params }) => String(params.url)),
    resolutions: named(/^(HOST_RESOLVER|DNS_TRANSACTION)/).filter((event) => !/_CONFIG|_CHANGE/.test(event)),
    sockets: named(/^(TCP_CONNECT|UDP_CONNECT|SOCKET_ALIVE|SSL_CONNECT|QUIC_SESSION)/),
  };
}

import { app } from 'electron';

/**
 * Emic makes no request. The page's own are refused in `lockdown.ts`; these switches keep Chromium itself from
 * making any: no background services, no proxy discovery, and no name that could be resolved.
 */
const switches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  ['no-proxy-server'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
];

const unwantedFeatures = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PreconnectToSearch',
  'Translate',
];

/** No process for a network that is never used: the start waits for less. */
const wantedFeatures = ['NetworkServiceInProcess2'];

/** Must run before the application is ready. */
export function silenceChromium(): void {
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
  addToList('disable-features', unwantedFeatures);
  addToList('enable-features', wantedFeatures);
}

/** A second switch of the same name would replace the first. */
function addToList(name: string, values: readonly string[]): void {
  const given = app.commandLine.getSwitchValue(name).split(',').filter(Boolean);
  app.commandLine.appendSwitch(name, [...new Set([...given, ...values])].join(','));
}

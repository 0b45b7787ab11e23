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

/** Must run before the application is ready. */
export function silenceChromium(): void {
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
  // A second `--disable-features` replaces the first.
  const given = app.commandLine.getSwitchValue('disable-features').split(',').filter(Boolean);
  const features = [...new Set([...given, ...unwantedFeatures])];
  app.commandLine.appendSwitch('disable-features', features.join(','));
}

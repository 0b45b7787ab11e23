import { spawn, spawnSync } from 'node:child_process';

/** Brings up the loopback, which Playwright talks over; Perl where a bare system has no `ip`. */
const withLoopback = `ip link set lo up 2>/dev/null ||
perl -e 'socket(S,2,2,0); $r=pack("a16s","lo",1|64); ioctl(S,0x8914,$r) or die "no loopback: $!\\n"' || exit 97
exec "$@"`;

/** Why this machine can't start a program in a network namespace of its own; null when it can. */
export function whyNoNamespace(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are Linux’s';
  if (process.getuid?.() !== 0) return 'only root may make a network namespace';
  const tried = spawnSync('unshare', ['--net', 'true']);
  return tried.status === 0 ? null : 'this system does not let a network namespace be made';
}

/** Runs a program where there is no network but the loopback; resolves with its exit code and output. */
export function runWithoutNetwork(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('unshare', ['--net', 'sh', '-c', withLoopback, 'sh', ...command], { env });
    let output = '';
    const keep = (text: Buffer) => {
      output += text.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

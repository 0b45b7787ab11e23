/** Checks of what comes from outside the process: from the page, from files of the machine. */

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown, longest = 4096): value is string {
  return typeof value === 'string' && value.length <= longest;
}

/** A path as the contract has it: any text that a system call would take. */
export function isPath(value: unknown): value is string {
  return isText(value, 32_767) && value !== '' && !value.includes('\0');
}

export function isColor(value: unknown): value is string {
  return typeof value === 'string' && /^#[0-9a-fA-F]{6}$/.test(value);
}

/** A tint of more weight for the coding under the pointer: a quarter of the way to the code's mark. */
export function strongTint(tint: string, mark: string): string {
  const share = 0.25;
  const channels = [1, 3, 5].map((at) => {
    const from = Number.parseInt(tint.slice(at, at + 2), 16);
    const to = Number.parseInt(mark.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

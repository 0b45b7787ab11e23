/** A text as searches compare it: upper and lower case and accents don't count. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

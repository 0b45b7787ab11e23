/**
 * A colour as programs write it (`#RGB`, `#RRGGBB`, eight digits with alpha first or last, `rgb()`), as `#rrggbb`;
 * null when it can't be read. Alpha is left out. Of eight digits those are taken for alpha that say “opaque”.
 */
export function parseColor(text: string): string | null {
  const value = text.trim().toLowerCase();
  const hex = /^#?([0-9a-f]+)$/.exec(value)?.[1];
  if (hex !== undefined) return fromHex(hex);
  const rgb = /^rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*([,/].*)?\)$/.exec(value);
  if (rgb === null) return null;
  const channels = rgb.slice(1, 4).map(Number);
  if (channels.some((channel) => channel > 255)) return null;
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function fromHex(hex: string): string | null {
  if (hex.length === 3 || hex.length === 4) {
    return `#${[...hex.slice(0, 3)].map((digit) => digit + digit).join('')}`;
  }
  if (hex.length === 6) return `#${hex}`;
  if (hex.length !== 8) return null;
  return hex.startsWith('ff') && !hex.endsWith('ff') ? `#${hex.slice(2)}` : `#${hex.slice(0, 6)}`;
}

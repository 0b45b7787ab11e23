/**
 * OKLCH and its way to and from sRGB: lightness, chroma and hue as the eye judges them. Matrices from Björn
 * Ottosson, “A perceptual color space for image processing” (2020); contrast from WCAG 2.2.
 */
export interface Oklch {
  /** 0 black to 1 white. */
  readonly lightness: number;
  /** 0 grey to about 0.4. */
  readonly chroma: number;
  /** Degrees, 0..360. */
  readonly hue: number;
}

type Triple = readonly [number, number, number];

/** Reads `#rrggbb`; anything else gives middle grey, because a damaged colour must not break a view. */
export function hexToOklch(hex: string): Oklch {
  const [L, a, b] = linearToOklab(hexToLinear(hex));
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return { lightness: L, chroma: Math.hypot(a, b), hue: (hue + 360) % 360 };
}

/** The colour as `#rrggbb`. Where sRGB has no such colour, chroma is lowered until it has. */
export function oklchToHex(color: Oklch): string {
  let chroma = color.chroma;
  if (!isInGamut(color)) {
    let low = 0;
    let high = chroma;
    for (let step = 0; step < 20; step += 1) {
      chroma = (low + high) / 2;
      if (isInGamut({ ...color, chroma })) low = chroma;
      else high = chroma;
    }
    chroma = low;
  }
  const channels = toLinear({ ...color, chroma }).map((value) => {
    const byte = Math.round(255 * Math.min(1, Math.max(0, gamma(value))));
    return byte.toString(16).padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/** Whether sRGB can show the colour (a rounding error allowed). */
export function isInGamut(color: Oklch): boolean {
  return toLinear(color).every((value) => value >= -0.0005 && value <= 1.0005);
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(hex1: string, hex2: string): number {
  const light1 = luminance(hex1);
  const light2 = luminance(hex2);
  return (Math.max(light1, light2) + 0.05) / (Math.min(light1, light2) + 0.05);
}

/** A colour on the straight way between two, `share` 0..1, mixed in OKLab. */
export function mixColors(from: string, to: string, share: number): string {
  const a = linearToOklab(hexToLinear(from));
  const b = linearToOklab(hexToLinear(to));
  const at = (i: 0 | 1 | 2) => a[i] + (b[i] - a[i]) * share;
  const [L, x, y] = [at(0), at(1), at(2)];
  return oklchToHex({ lightness: L, chroma: Math.hypot(x, y), hue: (Math.atan2(y, x) * 180) / Math.PI });
}

/** The channels without gamma, 0..1. */
export function hexToLinear(hex: string): Triple {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex)?.[1] ?? '808080';
  const channel = (at: number) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(2), channel(4)];
}

export function linearToOklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toLinear({ lightness, chroma, hue }: Oklch): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function gamma(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

function luminance(hex: string): number {
  const [r, g, b] = hexToLinear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

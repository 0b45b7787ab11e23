import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeColorRing, codeColors, heatColor, ink, nextColor, paper } from '../../../src/core/colors';
import { contrast, hexToLinear, hexToOklch, linearToOklab, oklchToHex } from '../../../src/core/oklch';

const themes = ['light', 'dark'] as const;
const anyHex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

/** Full protanopia and deuteranopia after Machado, Oliveira and Fernandes (2009), on linear channels. */
const sight = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
};

function seen(hex: string, matrix: readonly number[]) {
  const [r, g, b] = hexToLinear(hex);
  const channel = (row: number) =>
    Math.max(0, (matrix[row * 3] ?? 0) * r + (matrix[row * 3 + 1] ?? 0) * g + (matrix[row * 3 + 2] ?? 0) * b);
  return linearToOklab([channel(0), channel(1), channel(2)]);
}

function difference(a: string, b: string, matrix: readonly number[]): number {
  const [x, y] = [seen(a, matrix), seen(b, matrix)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

describe('OKLCH', () => {
  it('CL1 comes back from OKLCH as the same colour, for any colour', () => {
    fc.assert(
      fc.property(anyHex, (hex) => {
        expect(oklchToHex(hexToOklch(hex))).toBe(hex);
      }),
      { seed: 20261122 },
    );
  });

  it('CL1 agrees with the published values of pure red', () => {
    const red = hexToOklch('#ff0000');
    expect(red.lightness).toBeCloseTo(0.628, 3);
    expect(red.chroma).toBeCloseTo(0.2577, 3);
    expect(red.hue).toBeCloseTo(29.23, 1);
  });
});

describe('code colours', () => {
  it('CL1 are sixteen different ones of equal lightness and chroma', () => {
    expect(new Set(codeColorRing).size).toBe(16);
    for (const hex of codeColorRing) {
      expect(hex).toMatch(/^#[0-9a-f]{6}$/);
      expect(hexToOklch(hex).lightness).toBeCloseTo(0.62, 2);
      expect(hexToOklch(hex).chroma).toBeCloseTo(0.105, 2);
    }
  });

  it('CL1 have a contrast of 3:1 at least against both papers', () => {
    for (const hex of codeColorRing) {
      for (const theme of themes) expect(contrast(hex, paper[theme])).toBeGreaterThanOrEqual(3);
    }
  });

  it('CL1 differ most among the first ones, for colour-blind readers too', () => {
    const least = (count: number, matrix: readonly number[]) => {
      let found = 1;
      const first = codeColorRing.slice(0, count);
      first.forEach((a, i) => {
        for (const b of first.slice(0, i)) found = Math.min(found, difference(a, b, matrix));
      });
      return found;
    };
    for (const matrix of Object.values(sight)) {
      expect(least(3, matrix)).toBeGreaterThan(0.08);
      expect(least(6, matrix)).toBeGreaterThan(0.034);
    }
    expect(least(8, sight.usual)).toBeGreaterThan(0.07);
  });

  it('CL2 gives each of the ring once before any twice, and the least used then', () => {
    const used: string[] = [];
    for (let at = 0; at < 32; at += 1) used.push(nextColor(used));
    expect(used.slice(0, 16)).toEqual([...codeColorRing]);
    expect(used.slice(16)).toEqual([...codeColorRing]);
    expect(nextColor([])).toBe(codeColorRing[0]);
    expect(nextColor(codeColorRing.slice(1).map((hex) => hex.toUpperCase()))).toBe(codeColorRing[0]);
  });

  it('CL3 keep their contrast in both themes, whatever colour was stored', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyHex, fc.constantFrom(...codeColorRing)),
        fc.constantFrom(...themes),
        (hex, theme) => {
          const colors = codeColors(hex, theme);
          expect(contrast(colors.mark, paper[theme])).toBeGreaterThanOrEqual(3);
          expect(contrast(colors.text, paper[theme])).toBeGreaterThanOrEqual(4.5);
          expect(contrast(ink[theme], colors.tint)).toBeGreaterThanOrEqual(7);
        },
      ),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('CL3 keep the hue and are told apart from the paper', () => {
    for (const hex of codeColorRing) {
      for (const theme of themes) {
        const { mark, tint } = codeColors(hex, theme);
        const turned = Math.abs(hexToOklch(mark).hue - hexToOklch(hex).hue);
        expect(Math.min(turned, 360 - turned)).toBeLessThan(4);
        expect(difference(tint, paper[theme], sight.usual)).toBeGreaterThan(0.05);
      }
    }
  });

  it('CL3 survive a colour that is none', () => {
    expect(codeColors('red', 'light').mark).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('CL4 write readable numbers on every cell of a heat map', () => {
    for (const theme of themes) {
      for (let share = -0.2; share <= 1.2; share += 0.05) {
        const { fill, text } = heatColor(share, theme);
        expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import { planBands } from '../../../src/renderer/editor/model/bands';
import { createDocumentText } from '../../../src/renderer/editor/model/document-text';
import { estimateHeights } from '../../../src/renderer/editor/model/estimated-heights';
import { findTitleLines } from '../../../src/renderer/editor/model/title-line';
import { layOutColumns } from '../../../src/renderer/editor/paint/page-columns';
import { strongTint } from '../../../src/renderer/editor/paint/strong-tint';
import { createRandom } from './random';

function manyLines(seed: number): string {
  const random = createRandom(seed);
  return Array.from({ length: 200 }, () => 'z'.repeat(random.pick([0, 3, 80, 400, 9000]))).join('\n');
}

describe('bands', () => {
  it('cover the text without gap or overlap, none much longer than half a screen', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const document = createDocumentText(manyLines(seed));
      const bands = planBands(document);
      expect(bands.start(0)).toBe(0);
      expect(bands.end(bands.count - 1)).toBe(document.positions.length);
      for (let band = 0; band < bands.count; band += 1) {
        if (band > 0) expect(bands.start(band)).toBe(bands.end(band - 1));
        expect(bands.end(band)).toBeGreaterThanOrEqual(bands.start(band));
        expect(bands.end(band) - bands.start(band)).toBeLessThanOrEqual(4600);
        expect(bands.bandAt(bands.start(band))).toBe(band);
      }
    }
  });

  it('begin at lines, except within a line that is longer than a screen', () => {
    const document = createDocumentText(`${'short line\n'.repeat(300)}${'w'.repeat(20_000)}`);
    const bands = planBands(document);
    const last = document.lineStart(300);
    for (let band = 0; band < bands.count; band += 1) {
      const start = bands.start(band);
      if (start <= last) expect(document.lineStart(document.lineAt(start))).toBe(start);
    }
    expect(bands.bandAt(document.positions.length)).toBe(bands.count - 1);
  });

  it('are one for an empty text', () => {
    expect(planBands(createDocumentText('')).count).toBe(1);
  });
});

describe('estimated heights', () => {
  it('finds the position at the height of a position', () => {
    const document = createDocumentText(manyLines(4));
    const heights = estimateHeights(document, 70);
    for (let position = 0; position < document.positions.length; position += 997) {
      const found = heights.positionAt(heights.rowsBefore(position));
      expect(Math.abs(found - position)).toBeLessThanOrEqual(70);
    }
    expect(heights.total).toBeGreaterThan(200);
  });
});

describe('title line', () => {
  const text = 'Third Party Archives\n\nThe Future of  The Netroots Movement\n\nCredited with …';

  it('is the line near the top that repeats the document’s name, whatever its white space and case', () => {
    expect(findTitleLines(createDocumentText(text), 'The future of The Netroots Movement')).toEqual({
      title: 2,
      above: [0],
    });
  });

  it('is none where no line is the name, or only one far down', () => {
    expect(findTitleLines(createDocumentText(text), '000_4a41')).toBeNull();
    expect(findTitleLines(createDocumentText('one\ntwo\nthree\nfour\nfive\nName'), 'Name')).toBeNull();
  });
});

describe('columns of the page', () => {
  it('never overlap and never leave the page, at any width', () => {
    for (let width = 320; width <= 2400; width += 40) {
      for (const lanes of [0, 1, 3, 9, 40]) {
        const columns = layOutColumns(width, 17.5, lanes);
        const textRight = columns.textLeft + columns.textWidth;
        expect(columns.textLeft).toBeGreaterThanOrEqual(34);
        expect(columns.lanesLeft).toBeGreaterThan(textRight);
        expect(columns.namesLeft).toBeGreaterThan(columns.lanesLeft + 8 * (columns.lanes - 1) + 3);
        const right =
          columns.namesWidth > 0
            ? columns.namesLeft + columns.namesWidth
            : columns.lanesLeft + 8 * columns.lanes;
        expect(right, `width ${width}, ${lanes} lanes`).toBeLessThanOrEqual(width);
      }
    }
  });

  it('keeps the measure of a well-set page where there is room', () => {
    const { textWidth, namesWidth } = layOutColumns(1200, 17.5, 4);
    expect(textWidth / (17.5 * 0.46)).toBeGreaterThan(66);
    expect(textWidth / (17.5 * 0.46)).toBeLessThan(76);
    expect(namesWidth).toBe(190);
  });

  it('gives up names before it makes the text too narrow', () => {
    expect(layOutColumns(520, 17.5, 3).namesWidth).toBe(0);
  });
});

describe('strong tint', () => {
  it('lies between tint and mark', () => {
    expect(strongTint('#ffffff', '#000000')).toBe('#bfbfbf');
    expect(strongTint('#102030', '#102030')).toBe('#102030');
  });
});

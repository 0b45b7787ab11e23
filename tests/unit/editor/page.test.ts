import { describe, expect, it } from 'vitest';
import { planBands } from '../../../src/renderer/editor/model/bands';
import { createDocumentText } from '../../../src/renderer/editor/model/document-text';
import { estimateHeights } from '../../../src/renderer/editor/model/estimated-heights';
import { findTitleLines } from '../../../src/renderer/editor/model/title-line';
import { fillFreeLevels } from '../../../src/renderer/editor/paint/free-levels';
import { layOutColumns } from '../../../src/renderer/editor/paint/page-columns';
import { hiddenByRow } from '../../../src/renderer/editor/paint/row-depth';
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
  const em = 17.5;

  it('never overlap and never leave the page, at any width, with notes or without', () => {
    for (let width = 320; width <= 2400; width += 40) {
      for (const deepest of [0, 1, 3, 9, 40]) {
        for (const measure of ['narrow', 'normal', 'wide'] as const) {
          for (const hasLeftNotes of [false, true]) {
            const columns = layOutColumns({ width, em, deepest, measure, hasLeftNotes });
            const textRight = columns.textLeft + columns.textWidth;
            expect(columns.textLeft - columns.gutter).toBeGreaterThanOrEqual(0);
            expect(columns.lanesLeft).toBeGreaterThan(textRight);
            expect(columns.namesLeft).toBeGreaterThan(columns.lanesLeft + 8 * (columns.lanes - 1) + 3);
            const right =
              columns.namesWidth > 0
                ? columns.namesLeft + columns.namesWidth
                : columns.lanesLeft + 8 * columns.lanes;
            expect(right, `width ${width}, ${deepest} deep, ${measure}`).toBeLessThanOrEqual(width);
          }
        }
      }
    }
  });

  it('keeps the measure of a well-set page where there is room, and follows the wish for another', () => {
    const of = (measure: 'narrow' | 'normal' | 'wide') =>
      layOutColumns({ width: 1400, em, deepest: 4, measure }).textWidth / (em * 0.46);
    expect(of('normal')).toBeGreaterThan(66);
    expect(of('normal')).toBeLessThan(76);
    expect(of('narrow')).toBeLessThan(62);
    expect(of('wide')).toBeGreaterThan(88);
    expect(layOutColumns({ width: 1200, em, deepest: 4 }).namesWidth).toBe(190);
  });

  it('gives up names before it makes the text too narrow', () => {
    expect(layOutColumns({ width: 520, em, deepest: 3 }).namesWidth).toBe(0);
  });

  it('does not move the text when one more lane is needed', () => {
    const left = (deepest: number) => layOutColumns({ width: 900, em, deepest }).lanesLeft;
    expect(left(2)).toBe(left(1));
    expect(left(5)).toBe(left(4));
    expect(left(60)).toBe(left(9));
  });

  it('leaves the text where it is on a wide page however many lanes come', () => {
    const left = (deepest: number) => layOutColumns({ width: 1340, em, deepest }).textLeft;
    expect([0, 1, 3, 5, 7, 9].map(left)).toEqual(Array(6).fill(left(0)));
  });
});

describe('what underlines can’t show', () => {
  const rows = [0, 30, 60, 90].map((top) => ({ top, bottom: top + 20 }));

  it('is counted row by row, and said again only where it changes', () => {
    const pieces = [
      { place: 4, top: 0, bottom: 80 },
      { place: 5, top: 30, bottom: 80 },
    ];
    expect(hiddenByRow(rows, pieces)).toEqual([
      { top: 0, bottom: 20, places: [4], isAsAbove: false },
      { top: 30, bottom: 50, places: [4, 5], isAsAbove: false },
      { top: 60, bottom: 80, places: [4, 5], isAsAbove: true },
    ]);
    expect(hiddenByRow(rows, [])).toEqual([]);
  });
});

describe('strong tint', () => {
  it('lies between tint and mark', () => {
    expect(strongTint('#ffffff', '#000000')).toBe('#bfbfbf');
    expect(strongTint('#102030', '#102030')).toBe('#102030');
  });
});

describe('levels that are free', () => {
  const part = (place: number, start: number, end: number, level: number) => ({ place, start, end, level });

  it('go to the deepest codings where nothing else lies, so that no coded text looks uncoded', () => {
    const owners = [0, 1, 2, 3].map((level) => part(level, 0, 10, level));
    const { shown, hidden } = fillFreeLevels([...owners, part(8, 0, 30, 4), part(9, 0, 20, 5)]);
    expect(shown).toEqual([part(8, 10, 30, 0), part(9, 10, 20, 1)]);
    expect(hidden).toMatchObject([
      { place: 8, start: 0, end: 10 },
      { place: 9, start: 0, end: 10 },
    ]);
  });

  it('are left to those that have them, and nothing is filled where nothing is deep', () => {
    expect(fillFreeLevels([part(1, 0, 10, 0), part(2, 5, 20, 2)])).toEqual({ shown: [], hidden: [] });
    const { shown } = fillFreeLevels([part(1, 0, 20, 1), part(2, 0, 20, 9)]);
    expect(shown).toEqual([part(2, 0, 20, 0)]);
  });
});

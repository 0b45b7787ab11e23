import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { codeColorRing, codeColors, heatColor } from '../../../../src/core/colors';
import {
  type Figure,
  figureToSvg,
  matrixFigure,
  networkFigure,
  networkLayout,
  networkOf,
  placeLabels,
  type Shape,
  textWidth,
  wrapText,
} from '../../../../src/core/figures';
import { generateCodings } from '../../../bench/generate-codings';
import { compute, dataOf, type SmallCoding } from '../cooccurrence/small-project';

const names = ['party vs. network', 'clout', 'fundraising', 'scepticism', 'unused'];
const labels = names.map((name, at) => ({ name, color: codeColorRing[at] ?? '' }));
const codings: SmallCoding[] = [
  [0, 0, 10],
  [0, 20, 30],
  [1, 5, 25],
  [2, 28, 40],
  [3, 60, 70],
];
const data = dataOf({ texts: ['x'.repeat(100)], parents: [-1, -1, -1, -1, -1], codings });
const result = compute(data, {});

const textsOf = (figure: Figure) =>
  figure.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const tipsOf = (figure: Figure) =>
  figure.shapes.flatMap((shape) => ('tip' in shape && shape.tip ? [shape.tip] : []));

function elementsOf(svg: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.push({ name, attributes: attributes as Record<string, string>, text: '' });
  });
  parser.on('text', (text) => {
    const last = found.at(-1);
    if (last) last.text += text.trim();
  });
  parser.write(svg).close();
  return found;
}

describe('a figure as SVG', () => {
  const hostile = '</text><script>alert("1 & 2")</script>\u0000\u0008\uD800\'';

  it('FG1 escapes every text, so that names from others stay text', () => {
    const figure = matrixFigure(result, {
      labels: labels.map((label) => ({ ...label, name: hostile })),
      theme: 'light',
      title: hostile,
      definition: hostile,
    });
    const svg = figureToSvg(figure);
    const elements = elementsOf(svg);
    expect(elements.filter(({ name }) => name === 'script')).toHaveLength(0);
    expect(elements.find(({ name }) => name === 'title')?.text).toBe(
      '</text><script>alert("1 & 2")</script>\uFFFD\uFFFD\uFFFD\'',
    );
  });

  it('FG1 writes every kind of shape as well-formed XML', () => {
    const shapes: Shape[] = [
      { kind: 'rect', x: 1, y: 2, width: 3, height: 4, radius: 1, fill: '#ffffff', tip: 'a < b' },
      {
        kind: 'line',
        x1: 0,
        y1: 0,
        x2: Number.NaN,
        y2: 1 / 3,
        stroke: '#000000',
        strokeWidth: 2,
        opacity: 0.5,
      },
      { kind: 'circle', x: 5, y: 5, radius: 2, stroke: '#000000' },
      { kind: 'path', d: 'M 0 0 L 1 1', stroke: '#000000' },
      {
        kind: 'text',
        x: 1,
        y: 1,
        text: '5 > 3',
        size: 12,
        color: '#000000',
        anchor: 'end',
        rotation: -36,
        halo: '#ffffff',
      },
    ];
    const figure: Figure = {
      width: 10,
      height: 10,
      background: '#fffefa',
      fontFamily: 'a "b"',
      title: 't',
      description: 'd',
      shapes,
    };
    const elements = elementsOf(figureToSvg(figure));
    expect(elements.map(({ name }) => name)).toEqual([
      'svg',
      'title',
      'desc',
      'rect',
      'rect',
      'title',
      'line',
      'circle',
      'path',
      'text',
    ]);
    expect(elements[5]?.text).toBe('a < b');
    expect(elements[6]?.attributes).toMatchObject({ x2: '0', y2: '0.33' });
    expect(elements[9]?.attributes).toMatchObject({ transform: 'rotate(-36 1 1)', 'text-anchor': 'end' });
  });
});

describe.each(['light', 'dark'] as const)('the matrix in %s', (theme) => {
  const figure = matrixFigure(result, { labels, theme });

  it('FG2 says above the cells what they count', () => {
    const words = textsOf(figure).join(' ');
    expect(words).toContain('A cell counts the distinct places where both codes cover the same characters.');
    expect(words).toContain('5 codings in 1 document, 1 coder.');
    expect(figure.description).toContain('A cell counts the distinct places');
  });

  it('FG3 shows each cell with its value and the codes it belongs to, the strongest in the strongest colour', () => {
    expect(tipsOf(figure)).toContain('party vs. network × clout: 2');
    expect(tipsOf(figure)).toContain('clout × party vs. network: 2');
    expect(tipsOf(figure)).toContain('party vs. network × fundraising: 1');
    expect(tipsOf(figure)).toContain('scepticism × scepticism: 1');
    const strongest = figure.shapes.find(
      (shape) => shape.kind === 'rect' && shape.tip === 'clout × party vs. network: 2',
    );
    expect(strongest).toMatchObject({ fill: heatColor(1, theme).fill });
  });

  it('FG3 keeps everything within its borders and nothing undefined', () => {
    for (const shape of figure.shapes) {
      if (shape.kind !== 'rect') continue;
      expect(shape.x).toBeGreaterThanOrEqual(0);
      expect(shape.x + shape.width).toBeLessThanOrEqual(figure.width);
      expect(shape.y + shape.height).toBeLessThanOrEqual(figure.height);
    }
    expect(figureToSvg(figure)).not.toMatch(/NaN|undefined/);
  });

  it('FG3 draws rows in the order that is asked for', () => {
    const turned = matrixFigure(result, { labels, theme, order: [4, 3, 2, 1, 0] });
    const rows = (of: Figure) =>
      of.shapes.flatMap((shape) => (shape.kind === 'text' && shape.anchor === 'end' ? [shape.text] : []));
    expect(rows(turned).slice(0, 5)).toEqual([...names].reverse());
  });

  it('FG3 prints the counts that the window shows, coloured by the coefficient, or the coefficient itself', () => {
    const bounded = compute(data, { coefficient: 'c-bounded' });
    const numbersOf = (of: Figure) =>
      of.shapes.flatMap((shape) => (shape.kind === 'text' && shape.anchor === 'middle' ? [shape.text] : []));
    const shown = matrixFigure(bounded, { labels, theme });
    const counts = matrixFigure(compute(data, {}), { labels, theme });
    expect(numbersOf(shown)).toEqual(numbersOf(counts));
    const tip = tipsOf(shown).find((each) => each.startsWith('party vs. network × clout'));
    expect(tip).toMatch(/: 2 \(0\.\d+\)$/);
    expect(textsOf(shown).join(' ')).toContain('colour: c, bounded; numbers: places');
    const values = matrixFigure(bounded, { labels, theme, numbers: 'value' });
    expect(numbersOf(values)).not.toEqual(numbersOf(counts));
    expect(textsOf(values).join(' ')).toContain('c, bounded; on the diagonal');
    const fills = (of: Figure) => of.shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape.fill] : []));
    expect(fills(values)).toEqual(fills(shown));
  });

  it('FG3 prints “–” for a code with its own ancestor', () => {
    const nested = dataOf({ texts: ['x'.repeat(100)], parents: [-1, 0, -1, -1, -1], codings });
    const withSubcodes = matrixFigure(compute(nested, { withSubcodes: true, coefficient: 'c-bounded' }), {
      labels,
      theme,
    });
    expect(tipsOf(withSubcodes)).toContain('party vs. network × clout: –');
  });

  it('FG3 can be drawn without a single code', () => {
    const none = compute(dataOf({ texts: [], parents: [], codings: [] }), {});
    expect(elementsOf(figureToSvg(matrixFigure(none, { labels: [], theme }))).length).toBeGreaterThan(3);
    expect(textsOf(networkFigure(none, { labels: [], theme })).join(' ')).toContain(
      'No two codes reach the threshold.',
    );
  });
});

describe('the network', () => {
  it('FG4 has a node for each code that meets another, sized by its own count, an edge for each pair', () => {
    const network = networkOf(result);
    expect(network.codes.map(({ row, ownCount }) => [row, ownCount])).toEqual([
      [0, 2],
      [1, 1],
      [2, 1],
    ]);
    const [large, small] = network.codes;
    expect((large?.radius ?? 0) ** 2 / (small?.radius ?? 1) ** 2).toBeCloseTo(2, 5);
    expect(network.links.map(({ row, column, value }) => [row, column, value])).toEqual([
      [0, 1, 2],
      [0, 2, 1],
    ]);
    expect(network.links[0]?.width).toBeGreaterThan(network.links[1]?.width ?? 0);
  });

  it('FG4 leaves out edges below the threshold, and shows codes without an edge on demand', () => {
    expect(networkOf(result, { threshold: 2 }).links).toHaveLength(1);
    expect(networkOf(result, { threshold: 2 }).codes).toHaveLength(2);
    expect(networkOf(result, { threshold: 2, showIsolated: true }).codes).toHaveLength(4);
  });

  it('FG4 takes the larger of two different cells', () => {
    const network = networkOf(compute(data, { relation: { kind: 'near', distance: 0, unit: 'characters' } }));
    const ends = network.links.map(({ row, column, value }) => [row, column, value]);
    expect(ends).toContainEqual([0, 1, 2]);
    expect(ends.filter(([row, column]) => row === 1 && column === 0)).toHaveLength(0);
  });

  it('FG5 looks the same every time and keeps nodes apart and inside', () => {
    const large = compute(generateCodings({ codings: 600, codes: 30, documents: 20, characters: 8000 }), {});
    const network = networkOf(large, { threshold: 2 });
    const input = { nodes: network.codes, edges: network.links };
    const layout = networkLayout(input, { width: 960, height: 640 });
    expect(networkLayout(input, { width: 960, height: 640 })).toEqual(layout);
    network.codes.forEach(({ radius }, a) => {
      const [x = 0, y = 0] = [layout.x[a], layout.y[a]];
      expect(x - radius).toBeGreaterThan(0);
      expect(x + radius).toBeLessThan(960);
      expect(y - radius).toBeGreaterThan(0);
      expect(y + radius).toBeLessThan(640);
      network.codes.slice(0, a).forEach((other, b) => {
        const apart = Math.hypot(x - (layout.x[b] ?? 0), y - (layout.y[b] ?? 0));
        expect(apart).toBeGreaterThan(radius + other.radius);
      });
    });
  });

  it('FG5 leaves a node where the reader has put it', () => {
    const fixed = { x: 100, y: 120 };
    const layout = networkLayout(
      { nodes: [{ radius: 5, fixed }, { radius: 5 }], edges: [{ source: 0, target: 1, weight: 1 }] },
      { width: 400, height: 300 },
    );
    expect([layout.x[0], layout.y[0]]).toEqual([100, 120]);
  });

  it('FG6 gives a name another side where the one below is taken', () => {
    const nodes = [
      { x: 200, y: 100, radius: 20, text: 'party vs. network' },
      { x: 200, y: 145, radius: 8, text: 'clout' },
    ];
    const [first, second] = placeLabels(nodes, { size: 12, width: 400, height: 300 });
    expect(first).not.toMatchObject({ x: 200, y: 134 });
    expect(second).toMatchObject({ anchor: 'middle', x: 200 });
  });

  it('FG4 draws circles in the theme’s colours, names in full, and says what the sizes mean', () => {
    const figure = networkFigure(result, { labels, theme: 'dark', threshold: 1 });
    const circles = figure.shapes.filter((shape) => shape.kind === 'circle');
    expect(circles.map(({ fill }) => fill)).toEqual(
      [0, 1, 2].map((at) => codeColors(codeColorRing[at] ?? '', 'dark').mark),
    );
    expect(textsOf(figure)).toEqual(expect.arrayContaining(names.slice(0, 3)));
    expect(textsOf(figure).at(-1)).toBe(
      'Area of a circle: the code’s places. Width of a line: places (from 1). 3 codes, 2 edges.',
    );
    expect(tipsOf(figure)).toContain('party vs. network × clout: 2');
    expect(figureToSvg(figure)).not.toMatch(/NaN|undefined/);
  });
});

describe('widths of text', () => {
  it('FG2 breaks a definition into lines that fit', () => {
    const lines = wrapText(
      'A cell counts the distinct places where both codes cover the same characters.',
      12,
      200,
    );
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(
      'A cell counts the distinct places where both codes cover the same characters.',
    );
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(200);
  });
});

import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

export interface NetworkNode {
  readonly radius: number;
  /** A place that was chosen by hand, in pixels; the others arrange themselves around it. */
  readonly fixed?: { readonly x: number; readonly y: number } | undefined;
}

/** Between two nodes, by their index. `weight` 0..1 draws them together. */
export interface NetworkEdge {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
}

export interface NetworkPositions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

interface SimulatedNode extends SimulationNodeDatum {
  radius: number;
}

interface SimulatedLink extends SimulationLinkDatum<SimulatedNode> {
  weight: number;
}

/**
 * Places the nodes of a network in a box by forces (FG4): edges pull, nodes push. The start is a spiral and every
 * random number comes from a fixed seed, so the same network always looks the same.
 */
export function networkLayout(
  network: { readonly nodes: readonly NetworkNode[]; readonly edges: readonly NetworkEdge[] },
  box: {
    readonly width: number;
    readonly height: number;
    readonly padding?: number;
    readonly ticks?: number;
  },
): NetworkPositions {
  const { width, height } = box;
  const nodes: SimulatedNode[] = network.nodes.map(({ radius, fixed }) => ({
    radius,
    ...(fixed ? { fx: fixed.x - width / 2, fy: fixed.y - height / 2 } : {}),
  }));
  const links: SimulatedLink[] = network.edges.map((edge) => ({ ...edge }));
  const room = Math.sqrt((width * height) / Math.max(1, nodes.length));
  const simulation = forceSimulation(nodes)
    .force(
      'charge',
      forceManyBody<SimulatedNode>()
        .strength(-room * 1.6)
        .distanceMax(room * 5),
    )
    .force(
      'link',
      forceLink<SimulatedNode, SimulatedLink>(links)
        .distance((link) => room * (1.15 - 0.55 * link.weight))
        .strength((link) => 0.05 + 0.45 * link.weight),
    )
    .force('collide', forceCollide<SimulatedNode>((node) => node.radius + 14).iterations(2))
    // The box is wider than high, so the pull to the middle is weaker sideways.
    .force('x', forceX<SimulatedNode>(0).strength(0.05 * Math.min(1, height / width)))
    .force('y', forceY<SimulatedNode>(0).strength(0.05 * Math.min(1, width / height) + 0.02))
    .stop();
  simulation.tick(box.ticks ?? (nodes.length > 120 ? 150 : 300));
  return fitIntoBox(nodes, { ...box, isFixed: network.nodes.some(({ fixed }) => fixed !== undefined) });
}

function fitIntoBox(
  nodes: readonly SimulatedNode[],
  {
    width,
    height,
    padding = 56,
    isFixed,
  }: { width: number; height: number; padding?: number; isFixed: boolean },
): NetworkPositions {
  const x = Float64Array.from(nodes, (node) => node.x ?? 0);
  const y = Float64Array.from(nodes, (node) => node.y ?? 0);
  if (isFixed) return { x: x.map((value) => value + width / 2), y: y.map((value) => value + height / 2) };
  const range = (values: Float64Array) => {
    const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
    const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    return { middle: (low + high) / 2, length: high - low };
  };
  const across = range(x);
  const down = range(y);
  const scale = Math.min(
    across.length > 0 ? (width - 2 * padding) / across.length : Number.POSITIVE_INFINITY,
    down.length > 0 ? (height - 2 * padding) / down.length : Number.POSITIVE_INFINITY,
    1.6,
  );
  return {
    x: x.map((value) => width / 2 + (value - across.middle) * scale),
    y: y.map((value) => height / 2 + (value - down.middle) * scale),
  };
}

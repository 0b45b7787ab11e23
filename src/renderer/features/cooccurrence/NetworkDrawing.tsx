import { type KeyboardEvent, type PointerEvent, type Ref, useRef, useState } from 'react';
import { formatValue } from '../../../core/cooccurrence';
import { useTranslation } from '../../i18n';
import type { GridPlace } from './grid-step';
import { type Box, type DrawnEdge, type DrawnNode, nodeTowards, type Point } from './network-shape';
import type { Zoom } from './use-zoom';

export interface NetworkDrawingProps {
  readonly ref: Ref<SVGSVGElement>;
  readonly drawn: { readonly nodes: readonly DrawnNode[]; readonly edges: readonly DrawnEdge[] };
  readonly box: Box;
  readonly zoom: Zoom;
  readonly onPan: (dx: number, dy: number) => void;
  readonly chosen: GridPlace | null;
  /** The edge under the pointer or in the list's focus. */
  readonly hot: GridPlace | null;
  readonly onHot: (edge: GridPlace | null) => void;
  readonly isCoefficient: boolean;
  readonly onMove: (row: number, point: Point) => void;
  readonly onOpenCell: (row: number, column: number) => void;
  readonly onOpenCode: (row: number) => void;
}

/** With more edges than that, their numbers would hide the drawing. */
const numberedEdges = 40;
/** So many lines are drawn in full ink. */
const mostFullLines = 150;
/** A press that moves less is a click. */
const clickSlack = 4;

export function NetworkDrawing(props: NetworkDrawingProps) {
  const { ref, drawn, box, zoom, onPan, chosen, hot, onHot, isCoefficient, onMove, onOpenCell, onOpenCode } =
    props;
  const { t } = useTranslation();
  const { nodes, edges } = drawn;
  /** The node that Tab comes to, and the one that has the focus now. */
  const [focusRow, setFocusRow] = useState<number | null>(null);
  const [focusedRow, setFocusedRow] = useState<number | null>(null);
  const [overRow, setOverRow] = useState<number | null>(null);
  const drag = useRef<{ row: number | null; from: Point; last: Point; isMoving: boolean } | null>(null);
  const tabStop = nodes.find(({ row }) => row === focusRow) ?? nodes[0];
  const isChosen = (row: number) => chosen?.row === row || chosen?.column === row;
  const isNear = (row: number) =>
    overRow === null ||
    overRow === row ||
    isChosen(row) ||
    edges.some(
      ({ from, to }) => (from.row === row && to.row === overRow) || (to.row === row && from.row === overRow),
    );

  // Lines in great number would add up to a dark surface.
  const ink = Math.min(1, Math.sqrt(mostFullLines / Math.max(1, edges.length)));

  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    const place = { x: event.clientX, y: event.clientY };
    drag.current = { row: rowOf(event.target), from: place, last: place, isMoving: false };
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const now = { x: event.clientX, y: event.clientY };
    const held = drag.current;
    if (!held) return;
    if (!held.isMoving) {
      if (Math.hypot(now.x - held.from.x, now.y - held.from.y) < clickSlack) return;
      held.isMoving = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    const [dx, dy] = [now.x - held.last.x, now.y - held.last.y];
    held.last = now;
    const node = nodes.find(({ row }) => row === held.row);
    if (node) onMove(node.row, { x: node.x + dx / zoom.scale, y: node.y + dy / zoom.scale });
    else onPan(dx, dy);
  };
  const onPointerUp = (event: PointerEvent<SVGSVGElement>) => {
    const held = drag.current;
    drag.current = null;
    if (!held || held.isMoving) return;
    const row = rowOf(event.target);
    const edge = edgeOf(event.target);
    if (row !== null) {
      setFocusRow(row);
      onOpenCode(row);
    } else if (edge) onOpenCell(edge.row, edge.column);
  };
  const onKeyDown = (event: KeyboardEvent<SVGGElement>, node: DrawnNode) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpenCode(node.row);
      return;
    }
    const next = nodeTowards(nodes, node, event.key);
    if (!next) return;
    event.preventDefault();
    setFocusRow(next.row);
    const drawing = event.currentTarget.ownerSVGElement;
    drawing?.querySelector<SVGGElement>(`[data-node="${next.row}"]`)?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing, not a form
    <svg
      ref={ref}
      className="network__drawing"
      width={box.width}
      height={box.height}
      role="group"
      aria-label={t('cooccurrence:network.label')}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
      }}
    >
      <g transform={`translate(${zoom.x} ${zoom.y}) scale(${zoom.scale})`}>
        {edges.toReversed().map((edge) => {
          const { from, to, row, column } = edge;
          const isHot = isSameEdge(edge, hot);
          const isFaint = overRow !== null && from.row !== overRow && to.row !== overRow;
          const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
          return (
            <g
              key={`${row} ${column}`}
              data-edge={`${row} ${column}`}
              className="network__edge"
              data-hot={isHot || undefined}
              data-chosen={isSameEdge(edge, chosen) || undefined}
              onPointerEnter={() => onHot({ row, column })}
              onPointerLeave={() => onHot(null)}
            >
              <line
                {...line}
                className="network__line"
                strokeWidth={edge.width}
                opacity={isFaint ? 0.06 : ink * (0.25 + 0.5 * edge.weight)}
              />
              <line {...line} className="network__reach" strokeWidth={Math.max(12, edge.width)} />
            </g>
          );
        })}
        {nodes.map((node) => (
          // biome-ignore lint/a11y/useSemanticElements: a button can't stand in a drawing
          <g
            key={node.row}
            role="button"
            tabIndex={tabStop === node ? 0 : -1}
            aria-label={t('cooccurrence:network.node', { name: node.name, count: node.ownCount })}
            data-node={node.row}
            className="network__node"
            data-chosen={isChosen(node.row) || undefined}
            opacity={isNear(node.row) ? 1 : 0.3}
            onKeyDown={(event) => onKeyDown(event, node)}
            onFocus={() => setFocusedRow(node.row)}
            onBlur={() => setFocusedRow(null)}
            onPointerEnter={() => setOverRow(node.row)}
            onPointerLeave={() => setOverRow(null)}
          >
            <circle cx={node.x} cy={node.y} r={node.radius + 4} className="network__halo" />
            <circle cx={node.x} cy={node.y} r={node.radius} fill={node.color} className="network__circle" />
          </g>
        ))}
        {nodes.map(({ row, name, shownName, label, isNameHidden }) => {
          const isPointedAt = row === overRow || row === focusedRow;
          if (isNameHidden && !isPointedAt && !isChosen(row)) return null;
          return (
            <text
              key={row}
              x={label.x}
              y={label.y}
              textAnchor={label.anchor}
              className="network__name"
              data-hot={isPointedAt || undefined}
              opacity={isNear(row) ? 1 : 0.3}
              aria-hidden
            >
              {isPointedAt ? name : shownName}
            </text>
          );
        })}
        {edges.map((edge) => {
          if (edges.length > numberedEdges && !isSameEdge(edge, hot) && !isSameEdge(edge, chosen))
            return null;
          const { from, to, value } = edge;
          if (overRow !== null && from.row !== overRow && to.row !== overRow) return null;
          return (
            <text
              key={`${edge.row} ${edge.column}`}
              x={(from.x + to.x) / 2}
              y={(from.y + to.y) / 2 + 3.5}
              className="network__value"
              aria-hidden
            >
              {formatValue(value, isCoefficient)}
            </text>
          );
        })}
      </g>
    </svg>
  );
}

export function isSameEdge(edge: GridPlace, other: GridPlace | null): boolean {
  if (!other) return false;
  return (
    (edge.row === other.row && edge.column === other.column) ||
    (edge.row === other.column && edge.column === other.row)
  );
}

function rowOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<SVGElement>('[data-node]')?.dataset.node : undefined;
  return row === undefined ? null : Number(row);
}

function edgeOf(target: EventTarget): GridPlace | null {
  const edge =
    target instanceof Element ? target.closest<SVGElement>('[data-edge]')?.dataset.edge : undefined;
  if (edge === undefined) return null;
  const [row = 0, column = 0] = edge.split(' ').map(Number);
  return { row, column };
}

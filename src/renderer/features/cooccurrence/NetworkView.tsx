import { Maximize, RotateCcw, ZoomIn, ZoomOut } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { MatrixAnswer } from '../../../contract/queries';
import { networkOf, scaleMaximum } from '../../../core/figures';
import { useTheme } from '../../app/theme-store';
import { useTranslation } from '../../i18n';
import { EmptyState, IconButton } from '../../ui';
import { setDrawnPlaces } from './drawn-places';
import { EdgeList } from './EdgeList';
import type { GridPlace } from './grid-step';
import { NetworkDrawing } from './NetworkDrawing';
import './NetworkView.css';
import {
  arrange,
  drawnNetwork,
  type NodePlaces,
  type Point,
  thresholdOf,
  withNewcomers,
} from './network-shape';
import { ThresholdSlider } from './ThresholdSlider';
import { useElementSize } from './use-element-size';
import { useTween } from './use-tween';
import { useZoom } from './use-zoom';

export interface NetworkViewProps {
  readonly answer: MatrixAnswer;
  /** Null: as many ties as can be told apart. */
  readonly threshold: number | null;
  readonly onThreshold: (threshold: number) => void;
  readonly chosen: GridPlace | null;
  readonly onOpenCell: (row: number, column: number) => void;
  readonly onOpenCode: (row: number) => void;
}

const noPlaces: ReadonlyMap<number, Point> = new Map();

/** Codes as circles, what they share as lines; the strongest ties listed beside for eye and keyboard. */
export function NetworkView(props: NetworkViewProps) {
  const { answer, threshold: chosenThreshold, onThreshold, chosen, onOpenCell, onOpenCode } = props;
  const { t } = useTranslation();
  const theme = useTheme();
  const { result, codes } = answer;
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const box = useElementSize(frame);
  const view = useZoom(drawing, box);
  // Nodes put by hand, for this question only; arranging anew forgets them.
  const [moved, setMoved] = useState({ result, places: noPlaces });
  const [hot, setHot] = useState<GridPlace | null>(null);
  const automatic = useMemo(() => thresholdOf(result, null), [result]);
  const threshold = chosenThreshold ?? automatic;
  const shownThreshold = useDeferredValue(threshold);
  // A new answer is arranged for the threshold that it is first seen with; the slider then moves no node.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const firstThreshold = useMemo(() => threshold, [result]);
  const [again, setAgain] = useState({ result, threshold });
  const arrangedFrom = again.result === result ? again.threshold : firstThreshold;

  const arranged = useMemo<NodePlaces>(
    () => (box.width > 0 ? arrange(result, { threshold: arrangedFrom, box }) : noPlaces),
    [result, arrangedFrom, box],
  );
  const network = useMemo(() => networkOf(result, { threshold: shownThreshold }), [result, shownThreshold]);
  const total = useMemo(() => networkOf(result).links.length, [result]);
  const complete = useMemo(
    () => (box.width > 0 ? withNewcomers(arranged, network, box) : arranged),
    [arranged, network, box],
  );
  const gliding = useTween(complete);
  const byHand = moved.result === result ? moved.places : noPlaces;
  const places = useMemo(() => new Map([...gliding, ...byHand]), [gliding, byHand]);
  const drawn = useMemo(
    () => drawnNetwork(network, { codes, places, theme, box }),
    [network, codes, places, theme, box],
  );
  const arrangeAgain = () => {
    setMoved({ result, places: noPlaces });
    setAgain({ result, threshold });
    view.reset();
  };
  const movedTo = (row: number, point: Point) =>
    setMoved({ result, places: new Map(byHand).set(row, point) });
  useEffect(() => setDrawnPlaces({ result, places, box }), [result, places, box]);

  return (
    <div className="network">
      <div className="network__main">
        <div className="network__tools">
          <ThresholdSlider
            value={threshold}
            maximum={scaleMaximum(result)}
            isCoefficient={result.coefficients !== null}
            query={result.query}
            onChange={onThreshold}
          />
        </div>
        <div ref={frame} className="network__frame">
          {drawn.nodes.length === 0 ? (
            <EmptyState
              title={t('cooccurrence:network.none.title')}
              body={t('cooccurrence:network.none.body')}
            />
          ) : (
            <NetworkDrawing
              ref={drawing}
              drawn={drawn}
              box={box}
              zoom={view.zoom}
              onPan={view.pan}
              chosen={chosen}
              hot={hot}
              onHot={setHot}
              isCoefficient={result.coefficients !== null}
              onMove={movedTo}
              onOpenCell={onOpenCell}
              onOpenCode={onOpenCode}
            />
          )}
          <p className="network__counts" aria-live="polite">
            {t('cooccurrence:network.size', {
              codes: t('codes', { count: drawn.nodes.length }),
              edges:
                drawn.edges.length === total
                  ? t('cooccurrence:network.edges', { count: total })
                  : t('cooccurrence:network.edgesOf', { count: drawn.edges.length, total }),
            })}
          </p>
          <span className="network__buttons">
            <IconButton icon={RotateCcw} label={t('cooccurrence:network.arrange')} onClick={arrangeAgain} />
            <IconButton icon={ZoomOut} label={t('cooccurrence:network.zoomOut')} onClick={view.zoomOut} />
            <IconButton icon={ZoomIn} label={t('cooccurrence:network.zoomIn')} onClick={view.zoomIn} />
            <IconButton
              icon={Maximize}
              label={t('cooccurrence:network.fit')}
              onClick={view.reset}
              disabled={view.isStill}
            />
          </span>
        </div>
      </div>
      {drawn.edges.length > 0 && (
        <EdgeList
          edges={drawn.edges}
          answer={answer}
          chosen={chosen}
          hot={hot}
          onHot={setHot}
          onOpenCell={onOpenCell}
        />
      )}
    </div>
  );
}

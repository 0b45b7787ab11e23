import { Fragment } from 'react';
import { codeColors } from '../../../core/colors';
import type { CodeId } from '../../../core/ids';
import { printPage } from '../../app/print-store';
import { heldAnswer } from '../../client';
import type { DocumentText } from '../../editor/model/document-text';
import type { CodingModel, PaintedCode } from '../../editor/paint/coding-model';
import { formatDateTime, useTranslation } from '../../i18n';
import type { OpenDocument } from '../coding/open-documents';
import './print-document.css';
import { type PrintedPiece, printedLine } from './printed-pieces';

/** The document with its shown codings on paper. */
export function printDocument({ sourceId, surface, codings }: OpenDocument): void {
  const model = surface.codings;
  if (!model) return;
  const { document } = surface;
  const name = heldAnswer('source.text', { id: sourceId })?.source.name ?? '';
  const shown = Array.from({ length: model.store.size }, (_, place) => place).filter((place) =>
    model.coding(place),
  );
  const hidden = codings().codings.quotation.length - shown.length;
  void printPage(<PrintedDocument {...{ name, document, model, hidden }} />);
}

interface PrintedDocumentProps {
  readonly name: string;
  readonly document: DocumentText;
  readonly model: CodingModel;
  /** Codings that the filter of the window keeps off the page. */
  readonly hidden: number;
}

interface Legend {
  readonly number: number;
  readonly code: PaintedCode;
  readonly count: number;
}

/** Codes by number: on paper a number tells what a colour may not. */
function legendOf(model: CodingModel): ReadonlyMap<CodeId, Legend> {
  const counts = new Map<CodeId, { code: PaintedCode; count: number }>();
  for (let place = 0; place < model.store.size; place += 1) {
    const code = model.code(place);
    if (!code) continue;
    const known = counts.get(code.id);
    if (known) known.count += 1;
    else counts.set(code.id, { code, count: 1 });
  }
  const byPath = [...counts.values()].sort((a, b) => a.code.path.localeCompare(b.code.path));
  return new Map(byPath.map(({ code, count }, index) => [code.id, { number: index + 1, code, count }]));
}

function PrintedDocument({ name, document, model, hidden }: PrintedDocumentProps) {
  const { t } = useTranslation();
  const legend = legendOf(model);
  const lines = Array.from({ length: document.lineCount }, (_, line) => printedLine(document, model, line));
  const all = [...legend.values()];
  const total = all.reduce((sum, { count }) => sum + count, 0);
  return (
    <article className="printed-document">
      <header>
        <h1>{name}</h1>
        <p>
          {t('codings', { count: total })} · {formatDateTime(new Date().toISOString())}
        </p>
        {hidden > 0 && (
          <p className="printed-document__hidden">{t('document:notPrinted', { count: hidden })}</p>
        )}
      </header>
      {lines.map(({ line, pieces, begun }) =>
        document.isBlank(line) ? null : (
          <div key={line} className="printed-document__line">
            <span className="printed-document__number">{document.paragraphsBefore(line) + 1}</span>
            <p dir="auto">
              {pieces.map((piece, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
                <Piece key={index} piece={piece} model={model} legend={legend} />
              ))}
            </p>
            <ul>
              {begun.map((place) => {
                const found = legend.get(model.code(place)?.id ?? ('' as CodeId));
                return found ? (
                  <li key={place}>
                    <Sign {...found} /> {found.code.name}
                  </li>
                ) : null;
              })}
            </ul>
          </div>
        ),
      )}
      {all.length > 0 && (
        <section className="printed-document__legend">
          <h2>{t('document:legend')}</h2>
          <ol>
            {all.map(({ number, code, count }) => (
              <li key={code.id}>
                <Sign number={number} code={code} />
                <span>{code.path}</span>
                <span>{count}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}

/** A code's number in its colour. */
function Sign({ number, code }: Pick<Legend, 'number' | 'code'>) {
  const { mark } = codeColors(code.color, 'light');
  return (
    <b className="printed-document__sign" style={{ borderColor: mark }}>
      {number}
    </b>
  );
}

interface PieceProps {
  readonly piece: PrintedPiece;
  readonly model: CodingModel;
  readonly legend: ReadonlyMap<CodeId, Legend>;
}

function Piece({ piece, model, legend }: PieceProps) {
  const numberOf = (place: number) => legend.get(model.code(place)?.id ?? ('' as CodeId))?.number;
  const coded = piece.places.filter((place) => model.code(place));
  const first = coded[0];
  const colors = first === undefined ? null : codeColors(model.code(first)?.color ?? '#808080', 'light');
  const edges = (places: readonly number[], sign: (number: number) => string) =>
    places.flatMap((place) => {
      const number = numberOf(place);
      return number === undefined ? [] : [<sup key={place}>{sign(number)}</sup>];
    });
  return (
    <Fragment>
      {edges(piece.begins, (number) => `[${number}`)}
      {colors ? (
        <span
          className={coded.length > 1 ? 'is-coded is-overlap' : 'is-coded'}
          style={{ backgroundColor: colors.tint, textDecorationColor: colors.mark }}
        >
          {piece.text}
        </span>
      ) : (
        piece.text
      )}
      {edges(piece.ends, (number) => `${number}]`)}
    </Fragment>
  );
}

import { useRef } from 'react';
import { inspectorStore } from '../../app/inspector-store';
import { CellInspector } from './CellInspector';
import { CodeInspector } from './CodeInspector';
import './Inspector.css';
import { ProjectInspector } from './ProjectInspector';
import { QuotationInspector } from './QuotationInspector';
import { SourceInspector } from './SourceInspector';
import { ScrollerContext } from './scroller-context';

/** What is chosen, in full: a quotation, a code, a document, a cell of the matrix; else the project. */
export function Inspector() {
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <ScrollerContext value={scroller}>
      <div ref={scroller} className="inspector">
        <Inspected />
      </div>
    </ScrollerContext>
  );
}

function Inspected() {
  const inspected = inspectorStore((store) => store.inspected);
  switch (inspected.kind) {
    case 'quotation':
      return <QuotationInspector key={inspected.id} id={inspected.id} />;
    case 'code':
      return <CodeInspector key={inspected.id} id={inspected.id} />;
    case 'source':
      return <SourceInspector key={inspected.id} id={inspected.id} />;
    case 'cell': {
      const { query, row, column } = inspected;
      return <CellInspector key={`${row} ${column}`} query={query} row={row} column={column} />;
    }
    case 'none':
      return <ProjectInspector />;
  }
}

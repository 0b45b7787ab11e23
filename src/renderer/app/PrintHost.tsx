import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { printStore } from './print-store';
import './print.css';

/** Where a page stands while it is printed. */
export function PrintHost() {
  const content = printStore((store) => store.content);
  useEffect(() => {
    if (content === null) return;
    let isWanted = true;
    // Fonts that only the page uses are loaded by its being there.
    void document.fonts.ready.then(() => {
      requestAnimationFrame(() => {
        if (isWanted) window.print();
      });
    });
    return () => {
      isWanted = false;
    };
  }, [content]);
  return content === null ? null : createPortal(<div className="print-page">{content}</div>, document.body);
}

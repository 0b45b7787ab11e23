import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useScroller } from './scroller-context';

export interface CardListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly label: string;
  readonly children: (item: T) => ReactNode;
}

/** So many cards cost nothing; of more only those in sight are in the page. */
const fewCards = 30;

export function CardList<T>(props: CardListProps<T>) {
  const { items, keyOf, label, children } = props;
  if (items.length > fewCards) return <LongCardList {...props} />;
  return (
    <ul className="cards" aria-label={label}>
      {items.map((item) => (
        <li key={keyOf(item)}>{children(item)}</li>
      ))}
    </ul>
  );
}

function LongCardList<T>({ items, keyOf, label, children }: CardListProps<T>) {
  const scroller = useScroller();
  const list = useRef<HTMLUListElement>(null);
  const [offset, setOffset] = useState(0);
  // What stands above grows with its texts.
  useLayoutEffect(() => {
    const top = list.current?.offsetTop ?? 0;
    if (top !== offset) setOffset(top);
  });
  const cards = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 150,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    scrollMargin: offset,
    overscan: 6,
  });
  return (
    <ul ref={list} className="cards cards--long" aria-label={label} style={{ height: cards.getTotalSize() }}>
      {cards.getVirtualItems().map(({ index, key, start }) => {
        const item = items[index];
        return item === undefined ? null : (
          <li
            key={key}
            ref={cards.measureElement}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - offset}px)` }}
          >
            {children(item)}
          </li>
        );
      })}
    </ul>
  );
}

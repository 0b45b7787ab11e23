import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './Kbd';
import './Tooltip.css';

export interface TooltipProps {
  readonly content: ReactNode;
  readonly shortcut?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  /** One element that takes a ref and the usual event props. */
  readonly children: ReactElement;
}

/** Wraps the whole window, once. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
    </Radix.Provider>
  );
}

export function Tooltip({ content, shortcut, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="tooltip" side={side} sideOffset={5} collisionPadding={8}>
          {content}
          {shortcut && <Kbd keys={shortcut} isPlain />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

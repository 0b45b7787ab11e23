import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import './Popover.css';

export interface PopoverProps {
  /** A button; left out for a popover that stands at `anchor`. */
  readonly trigger?: ReactElement;
  /** An element to stand at, with no say in opening. */
  readonly anchor?: ReactElement;
  readonly children: ReactNode;
  /** Name for assistive technology. */
  readonly label: string;
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /** Pixels. */
  readonly width?: number;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

export function Popover(props: PopoverProps) {
  const {
    trigger,
    anchor,
    children,
    label,
    align = 'start',
    side = 'bottom',
    width,
    isOpen,
    onOpenChange,
  } = props;
  return (
    <Radix.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      {anchor && <Radix.Anchor asChild>{anchor}</Radix.Anchor>}
      <Radix.Portal>
        <Radix.Content
          className="popover"
          aria-label={label}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          style={{ width }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A button in a popover that closes it. */
export const PopoverClose = Radix.Close;

import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import './Button.css';
import { classNames } from './class-names';
import { Kbd } from './Kbd';
import { Tooltip } from './Tooltip';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: 'default' | 'primary' | 'danger' | 'quiet';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: LucideIcon;
  /** Shown behind the label. */
  readonly shortcut?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  variant = 'default',
  size = 'medium',
  icon: Icon,
  shortcut,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={classNames('button', `button--${variant}`, `button--${size}`, className)}
      {...rest}
    >
      {Icon && <Icon size={16} strokeWidth={1.5} aria-hidden />}
      {children}
      {shortcut && <Kbd keys={shortcut} isPlain />}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly icon: LucideIcon;
  /** Its name, for the tooltip and for assistive technology. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly size?: 'small' | 'medium';
  /** For a switch; gives `aria-pressed`. */
  readonly isPressed?: boolean;
  readonly tooltipSide?: 'top' | 'bottom' | 'left' | 'right';
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  icon: Icon,
  label,
  shortcut,
  size = 'medium',
  isPressed,
  tooltipSide,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={isPressed}
        className={classNames('icon-button', `icon-button--${size}`, className)}
        {...rest}
      >
        <Icon size={size === 'small' ? 14 : 16} strokeWidth={1.5} aria-hidden />
      </button>
    </Tooltip>
  );
}

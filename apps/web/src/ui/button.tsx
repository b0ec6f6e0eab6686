import type { LucideIcon } from 'lucide-react';
import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { createLink } from '@tanstack/react-router';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import './button.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  variant?: ButtonVariant;
  icon?: LucideIcon;
  children: ReactNode;
}

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'>, Look {}

/** `isPending` keeps the button focusable, says so to screen readers and ignores further presses. */
export function Button({ variant = 'primary', icon: Icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${variant}`}>
      {Icon && <Icon size={20} aria-hidden />}
      <span>{children}</span>
    </AriaButton>
  );
}

interface AnchorProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'children'>, Look {}

function Anchor({ variant = 'primary', icon: Icon, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={`button button-${variant}`}>
      {Icon && <Icon size={20} aria-hidden />}
      <span>{children}</span>
    </a>
  );
}

/** A router link that looks like a button: `<LinkButton to="/formations">`. */
export const LinkButton = createLink(Anchor);

/** The same look for an address outside the router: a download, a telephone number. */
export const AnchorButton = Anchor;

import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef, type AnchorHTMLAttributes, type ReactNode } from 'react';
import { createLink } from '@tanstack/react-router';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { announce } from './announcer';
import { text } from './text';
import './button.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  variant?: ButtonVariant;
  icon?: LucideIcon;
  children: ReactNode;
}

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'>, Look {}

/** Where the words of a button are, to say that it is at work. */
function useWorking(isPending: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isPending) announce(text.working(button.current?.getAttribute('aria-label') ?? button.current?.textContent ?? ''));
  }, [isPending]);
  return button;
}

/** `isPending` keeps the button focusable, says so to screen readers and ignores further presses. */
export function Button({ variant = 'primary', icon: Icon, children, isPending = false, ...rest }: ButtonProps) {
  const button = useWorking(isPending);
  const pending = isPending && ({ 'aria-disabled': true, 'data-pending': true, onPress: undefined, type: 'button' } as const);
  return (
    <AriaButton ref={button} {...rest} {...pending} className={`button button-${variant}`}>
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

import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button';
import { text } from './text';
import './dialog.css';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  role?: 'dialog' | 'alertdialog';
}

export function Dialog({ title, isOpen, onClose, children, role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="modal">
        <AriaDialog role={role} className="dialog">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmProps extends Omit<DialogProps, 'role'> {
  /** A verb: « Retirer ma demande ». */
  confirmLabel: string;
  onConfirm: () => void;
  isPending?: boolean;
  isDestructive?: boolean;
}

/** States the consequences (children), then asks. Closing it does nothing. */
export function Confirm({ confirmLabel, onConfirm, isPending, isDestructive, children, ...rest }: ConfirmProps) {
  return (
    <Dialog {...rest} role="alertdialog">
      <div className="stack">{children}</div>
      <div className="form-actions">
        <Button variant={isDestructive ? 'danger' : 'primary'} onPress={onConfirm} isPending={isPending}>
          {confirmLabel}
        </Button>
        <Button variant="quiet" onPress={rest.onClose}>
          {text.cancel}
        </Button>
      </div>
    </Dialog>
  );
}

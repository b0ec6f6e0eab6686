import { CircleCheck, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { text } from './text';
import './notice.css';

interface Saying {
  message: ReactNode;
  undo?: Undo;
}
interface Undo {
  label: string;
  act: () => void;
}

const queue = new ToastQueue<Saying>({ maxVisibleToasts: 3 });
const READ_MS = 8000;
/** Long enough to think again. */
const UNDO_MS = 20_000;

/** Says that something is done, with a link to where it is read if need be. What went wrong goes in the page, next to its cause. */
export const say = (message: ReactNode, undo?: Undo) => queue.add({ message, undo }, { timeout: undo ? UNDO_MS : READ_MS });

export function Toasts() {
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={text.notifications}>
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <CircleCheck size={24} aria-hidden />
          <ToastContent>
            <Text slot="title">{toast.content.message}</Text>
          </ToastContent>
          {toast.content.undo && <UndoButton of={toast.content.undo} onDone={() => queue.close(toast.key)} />}
          <Button slot="close" aria-label={text.close}>
            <X size={20} aria-hidden />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}

function UndoButton({ of, onDone }: { of: Undo; onDone: () => void }) {
  const undo = () => {
    onDone();
    of.act();
  };
  return (
    <Button className="toast-undo" onPress={undo}>
      {of.label}
    </Button>
  );
}

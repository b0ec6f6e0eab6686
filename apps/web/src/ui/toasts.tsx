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

const queue = new ToastQueue<ReactNode>({ maxVisibleToasts: 3 });

/** Says that something is done, with a link to where it is read if need be. What went wrong goes in the page, next to its cause. */
export const say = (message: ReactNode) => queue.add(message, { timeout: 8000 });

export function Toasts() {
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={text.notifications}>
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <CircleCheck size={24} aria-hidden />
          <ToastContent>
            <Text slot="title">{toast.content}</Text>
          </ToastContent>
          <Button slot="close" aria-label={text.close}>
            <X size={20} aria-hidden />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}

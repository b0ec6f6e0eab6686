import { useRef, type ReactNode } from 'react';
import { useDrop } from 'react-aria/useDrop';
import { accepts, useBoard } from './board';
import type { Cell } from './moving';
import { HALF_DAY } from './slot-mark';
import { text } from './text';

/** Where a half-day may be dropped, by the mouse or the keyboard. */
export function DropCell({ cell, label, className, children }: { cell: Cell; label: string; className: string; children: ReactNode }) {
  const { held, drop } = useBoard();
  const ref = useRef<HTMLDivElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: (types) => (types.has(HALF_DAY) && accepts(held.current, cell) ? 'move' : 'cancel'),
    onDrop: () => {
      if (held.current) drop(held.current, cell);
    },
  });
  return (
    <div {...dropProps} ref={ref} role="group" tabIndex={-1} aria-label={label} className={className} data-target={isDropTarget || undefined}>
      {children}
      {isDropTarget && (
        <span className="drop-here" aria-hidden>
          {text.dropHere}
          {cell.half && `\u202f: ${text.halves[cell.half]}`}
        </span>
      )}
    </div>
  );
}

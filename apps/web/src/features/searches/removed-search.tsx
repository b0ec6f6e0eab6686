import { useEffect, useRef } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { api, body } from '../../api/client';
import type { SavedSearch } from '../../api/types';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { say } from '../../ui/toasts';
import { text } from './text';

/** Stays until one leaves the page: taking off by mistake costs one press. */
export function RemovedSearch({ search, onRestored }: { search: SavedSearch; onRestored: (search: SavedSearch) => Promise<unknown> }) {
  const { id, name } = search;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const restoring = useMutation({
    mutationFn: () => body(api.POST('/saved-searches/{id}/restore', { params: { path: { id } } })),
    onSuccess: async () => {
      say(text.restored(name));
      await onRestored(search);
    },
  });
  return (
    <div ref={place} tabIndex={-1} role="status">
      <Notice
        title={text.removed(name)}
        actions={
          <Button variant="secondary" icon={Undo2} aria-label={text.restoreOf(name)} onPress={() => restoring.mutate()} isPending={restoring.isPending}>
            {text.restore}
          </Button>
        }
      >
        {text.removedEffect}
      </Notice>
      {restoring.error && (
        <Notice tone="error" title={text.notRestored}>
          {restoring.error.message}
        </Notice>
      )}
    </div>
  );
}

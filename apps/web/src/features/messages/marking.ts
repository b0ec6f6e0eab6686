import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { say } from '../../ui/toasts';
import { text } from './text';

/** Marks letters as printed, and offers to think again. */
export function useMarking(ids: string[], onDone: () => void) {
  const queries = useQueryClient();
  const unmark = async () => {
    await api.POST('/letters/unprinted', { body: { ids } });
    await queries.invalidateQueries();
    say(text.unmarked(ids.length));
  };
  return useMutation({
    mutationFn: () => api.POST('/letters/printed', { body: { ids } }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      say(text.marked(ids.length), { label: text.undo, act: () => void unmark() });
      onDone();
    },
  });
}

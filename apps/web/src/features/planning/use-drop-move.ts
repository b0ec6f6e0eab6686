import { useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { PlanningItem } from '../../api/types';
import { say } from '../../ui/toasts';
import { sessionQuery } from '../catalogue/queries';
import { focusOn, whenOf } from './board';
import { draftOf, isSame, targetOf, type Cell, type Target } from './moving';
import { saveMove } from './save-move';
import { text } from './text';

/** A draft that nothing hinders moves at once, and may be put back; everything else is asked about first. */
export function useDropMove(ask: (item: PlanningItem, to: Target) => void) {
  const queries = useQueryClient();

  const isHindered = async (item: PlanningItem, to: Target): Promise<boolean> => {
    const session = await queries.fetchQuery({ ...sessionQuery(item.code), staleTime: 0 });
    const { items } = await body(api.POST('/schedule/check', { body: draftOf(session, item.slotId, to) }));
    return items.some(({ isRefused }) => isRefused);
  };
  const finish = async (slotId: string, message: string, undo?: () => void) => {
    await queries.invalidateQueries();
    focusOn(slotId);
    say(message, undo && { label: text.undo, act: undo });
  };
  const putBack = async (item: PlanningItem) => {
    const { slots } = await queries.fetchQuery({ ...sessionQuery(item.code), staleTime: 0 });
    const booking = slots.find(({ id }) => id === item.slotId)?.booking;
    try {
      if (!booking) return ask(item, item);
      await saveMove(booking, item);
      await finish(item.slotId, text.undone);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      ask(item, item);
    }
  };

  return async (item: PlanningItem, cell: Cell): Promise<void> => {
    const to = targetOf(item, cell);
    if (isSame(item, to)) return;
    if (item.status !== 'draft') return ask(item, to);
    try {
      if (await isHindered(item, to)) return ask(item, to);
      await saveMove(item.booking!, to);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      return ask(item, to);
    }
    await finish(item.slotId, text.moved(whenOf(to)), () => void putBack(item));
  };
}

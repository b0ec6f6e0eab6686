import { useDeferredValue, useState } from 'react';
import type { SlotInput, TrainerCard } from '../../api/types';
import type { Option } from '../../ui/choice';
import { named, themes } from '../catalogue/labels';
import { useTrainers } from './free';
import { text } from './session-text';

const SHOWN = 8;

export interface TrainerChoice {
  slots: SlotInput[];
  timeZone?: string;
  /** Those who know it come first. */
  theme?: string;
  /** Asked already: not proposed again. */
  except?: string[];
}

/** The trainers of the pool, the free ones first. Those already chosen stay in sight whatever is searched. */
export function useTrainerChoice({ slots, timeZone, theme, except = [] }: TrainerChoice, chosen: TrainerCard[]) {
  const [q, setQ] = useState('');
  const found = useTrainers(slots, { q: useDeferredValue(q.trim()) || undefined, timeZone });
  const rank = ({ free, specialities }: TrainerCard) => (free === false ? 2 : 0) + (theme && specialities.includes(theme) ? 0 : 1);
  const others = (found ?? [])
    .filter(({ id }) => !except.includes(id) && !chosen.some((trainer) => trainer.id === id))
    .sort((a, b) => rank(a) - rank(b));
  const mine = chosen.map((trainer) => found?.find(({ id }) => id === trainer.id) ?? trainer);
  const listed = [...mine, ...others.slice(0, SHOWN)];
  const busy = (ids: string[]) => {
    const names = listed.filter(({ id, free }) => ids.includes(id) && free === false).map((trainer) => trainer.displayName);
    return names.length > 0 ? text.trainersBusy(names) : undefined;
  };
  const hint = others.length > SHOWN && text.trainersShown(listed.length, mine.length + others.length);
  return { q, setQ, isLoading: !found, listed, hint, busy };
}

export const trainerOption = ({ id, displayName, free, specialities }: TrainerCard): Option => ({
  value: id,
  label: displayName,
  note: text.trainerNote(free, specialities.map((code) => named(themes, code))),
});

/** A repetition, as it is typed. */
export interface RepeatValues {
  isRepeated: boolean;
  ending: 'times' | 'until';
  repeat: { every: number; times: number; until: string };
  keep: 'free' | 'all';
}

export const newRepeat: RepeatValues = { isRepeated: false, ending: 'times', repeat: { every: 1, times: 4, until: '' }, keep: 'free' };

export const repeatOf = ({ ending, repeat: { every, times, until } }: RepeatValues) => ({ every, ...(ending === 'times' ? { times } : { until }) });

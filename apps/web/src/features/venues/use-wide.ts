import { useSyncExternalStore } from 'react';

const wide = matchMedia('(min-width: 64rem)');
const subscribe = (changed: () => void) => {
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
};

/** Whether a list and a map fit side by side. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);

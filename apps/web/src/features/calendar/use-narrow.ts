import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 47.99rem)');
const subscribe = (onChange: () => void) => {
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
};

/** Whether the screen is that of a telephone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);

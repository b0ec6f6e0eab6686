import { conflict } from '../problems/problem';

interface Transition<S extends string> {
  from: readonly S[];
  to: S;
}

/**
 * A table of actions. `next` throws a 409 when the action is not open from the status;
 * `available` lists the open actions, in the order of the table.
 */
export function lifecycle<S extends string, A extends string>(table: Record<A, Transition<S>>) {
  const actions = Object.keys(table) as A[];
  const open = (status: S, action: A) => table[action].from.includes(status);
  return {
    table,
    next(status: S, action: A): S {
      if (!open(status, action)) {
        throw conflict('lifecycle.refused', 'Cette action n’est plus possible dans l’état actuel.', { from: status, action });
      }
      return table[action].to;
    },
    available: (status: S): A[] => actions.filter((action) => open(status, action)),
  };
}

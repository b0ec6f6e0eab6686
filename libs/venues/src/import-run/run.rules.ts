import { lifecycle } from '@app/platform';

export const RUN_STATUSES = ['received', 'checking', 'checked', 'applying', 'applied', 'cancelled', 'failed'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** `check`, `found`, `done` and `fail` are the worker's. */
export const runLife = lifecycle<RunStatus, 'check' | 'found' | 'apply' | 'done' | 'cancel' | 'fail'>({
  check: { from: ['received', 'checking'], to: 'checking' },
  found: { from: ['checking'], to: 'checked' },
  apply: { from: ['checked'], to: 'applying' },
  done: { from: ['applying'], to: 'applied' },
  cancel: { from: ['received', 'checking', 'checked', 'applying'], to: 'cancelled' },
  fail: { from: ['received', 'checking', 'applying'], to: 'failed' },
});

/** What a person may do now. */
export const runActions = (status: RunStatus): ('apply' | 'cancel')[] =>
  runLife.available(status).filter((action): action is 'apply' | 'cancel' => action === 'apply' || action === 'cancel');

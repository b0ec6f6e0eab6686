import { lifecycle } from '@app/platform';

export const TRAINER_STATUSES = ['candidate', 'admitted', 'suspended', 'left'] as const;
export type TrainerStatus = (typeof TRAINER_STATUSES)[number];
export type TrainerAction = 'admit' | 'suspend' | 'leave';

export const trainerLife = lifecycle<TrainerStatus, TrainerAction>({
  admit: { from: ['candidate', 'suspended', 'left'], to: 'admitted' },
  suspend: { from: ['admitted'], to: 'suspended' },
  leave: { from: ['candidate', 'admitted', 'suspended'], to: 'left' },
});

const WHY_NOT: Record<Exclude<TrainerStatus, 'admitted'>, string> = {
  candidate: 'n’est pas encore admis dans le vivier',
  suspended: 'est suspendu du vivier',
  left: 'a quitté le vivier',
};

/** Why a person of the pool cannot be given a session, in French, or null. */
export const notAssignable = (displayName: string, status: TrainerStatus): string | null =>
  status === 'admitted' ? null : `${displayName} ${WHY_NOT[status]}.`;

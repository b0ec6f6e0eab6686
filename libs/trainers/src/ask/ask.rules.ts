import { lifecycle, momentInWords } from '@app/platform';

export const ASK_STATUSES = ['asked', 'accepted', 'declined', 'released', 'relieved'] as const;
/** A session asks a trainer, who says yes or no; `released`: the session gave the trainer back; `relieved`: once begun, for the half-days that were left. */
export type AskStatus = (typeof ASK_STATUSES)[number];
export type AskDecision = 'accept' | 'decline';

export const askLife = lifecycle<AskStatus, AskDecision | 'release' | 'relieve'>({
  accept: { from: ['asked'], to: 'accepted' },
  decline: { from: ['asked'], to: 'declined' },
  release: { from: ['asked', 'accepted'], to: 'released' },
  relieve: { from: ['accepted'], to: 'relieved' },
});

export interface Asked {
  status: AskStatus;
  answeredAt: Date | null;
  sessionStatus: string;
  startsAt: Date;
}

const isCancelled = ({ sessionStatus }: Asked): boolean => sessionStatus === 'cancelled';
const isCalledOff = (ask: Asked): boolean => ask.status === 'released' || ask.status === 'relieved' || isCancelled(ask);

/** Whether a yes or a no is still awaited. */
export const isAwaited = (ask: Asked, now: Date): boolean => ask.status === 'asked' && !isCalledOff(ask) && ask.startsAt > now;

/** A cancelled session and one that goes on without them are not told alike. */
function calledOff(asks: readonly Asked[]): string {
  const many = asks.length > 1;
  const cancelled = asks.filter(isCancelled).length;
  if (cancelled === asks.length) return `${many ? 'Ces sessions ont été annulées' : 'Cette session a été annulée'}\u202f: vous n’avez rien à faire.`;
  if (cancelled === 0) return `${many ? 'Ces sessions ne vous sont plus demandées' : 'Cette session ne vous est plus demandée'}\u202f: vous n’avez rien à faire.`;
  return 'Ces sessions ont été annulées, ou ne vous sont plus demandées\u202f: vous n’avez rien à faire.';
}

/** What became of what was asked together, in words; null as long as something is awaited. */
export function outcomeOf(asks: readonly Asked[], now: Date): string | null {
  if (asks.some((ask) => isAwaited(ask, now))) return null;
  const some = asks.length > 1 ? 'ces sessions' : 'cette session';
  if (asks.every(isCalledOff)) return calledOff(asks);
  const said = asks.filter((ask) => !isCalledOff(ask));
  const [first] = said;
  if (said.some(({ status }) => status !== first!.status)) return 'Vous avez répondu différemment selon les sessions.';
  if (first!.status === 'asked') return asks.length > 1 ? 'Ces sessions ont commencé sans votre réponse.' : 'Cette session a commencé sans votre réponse.';
  return `Vous avez ${first!.status === 'accepted' ? 'accepté' : 'décliné'} ${some} le ${momentInWords(first!.answeredAt!, 'Europe/Paris')}.`;
}

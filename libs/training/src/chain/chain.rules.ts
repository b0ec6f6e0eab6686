export const OPINIONS = ['none', 'advisory', 'decisive'] as const;
export type Opinion = (typeof OPINIONS)[number];

/** Whom a submitted request waits for: the supervisor, the training officer, the territorial authority. */
export type Step = 'opinion' | 'validation' | 'visa';

export interface Chain {
  online: boolean;
  opinion: Opinion;
  opinionDays: number;
  validates: boolean;
  validationDays: number;
  visa: boolean;
}

/** Of an employer that has said nothing. */
export const DEFAULT_CHAIN: Chain = { online: true, opinion: 'advisory', opinionDays: 7, validates: true, validationDays: 14, visa: false };

/** Whom a request goes through, in order. An agent without a supervisor has nobody's opinion to wait for. */
export const stepsOf = ({ opinion, validates, visa }: Chain, hasSupervisor: boolean): Step[] => [
  ...(opinion !== 'none' && hasSupervisor ? (['opinion'] as const) : []),
  ...(validates ? (['validation'] as const) : []),
  ...(visa ? (['visa'] as const) : []),
];

/** Whom it waits for next, after this step or at its beginning; null when the employer has said all. */
export function stepAfter(steps: readonly Step[], done: Step | null): Step | null {
  const order: readonly Step[] = ['opinion', 'validation', 'visa'];
  const rank = done === null ? -1 : order.indexOf(done);
  return steps.find((step) => order.indexOf(step) > rank) ?? null;
}

/** By when this step is to be done: the days of the chain, half of what is left before the session at most. The authority has as long as the training officer. */
export function dueFor(step: Step, { opinionDays, validationDays }: Chain, now: Date, startsAt: Date): Date {
  const given = (step === 'opinion' ? opinionDays : validationDays) * 86_400_000;
  const left = startsAt.getTime() - now.getTime();
  // Dates that are past are those of a session put off: they do not press.
  return new Date(now.getTime() + (left > 0 ? Math.min(given, left / 2) : given));
}

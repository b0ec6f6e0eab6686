import type { HalfDay } from '../calendar';

/** Who and what is taken when: rooms, trainers, agents, by half-day. */
export class Agenda {
  private readonly taken = new Set<string>();

  isFree(resource: string, halfDays: readonly HalfDay[]): boolean {
    return halfDays.every((halfDay) => !this.taken.has(key(resource, halfDay)));
  }

  take(resource: string, halfDays: readonly HalfDay[]): void {
    for (const halfDay of halfDays) this.taken.add(key(resource, halfDay));
  }
}

const key = (resource: string, { localDate, halfDay }: HalfDay) => `${resource}/${localDate}/${halfDay}`;

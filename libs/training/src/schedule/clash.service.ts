import { Actor, Clock, notFound, Problem } from '@app/platform';
import { type BookableRoom, BookableRooms, closedInWords, isConfirmed, LendableEquipment, type PeriodState, takenInWords } from '@app/venues';
import { Injectable } from '@nestjs/common';
import { manages } from '../session/session.policy';
import { type Slot, slotsOf } from '../session/slots.rules';
import type { Clash, SessionDraft, SessionExcept } from './clash.dto';
import { type CandidateRow, ClashQueries, type Own } from './clash.queries';
import { trainerClashes } from './trainer-clash.rules';

type Wanted = Omit<SessionDraft, 'slots' | 'except'>;

/** What stands in the way of a session, before it is kept. Changes and locks nothing: saving checks again, and the database decides. */
@Injectable()
export class ClashService {
  constructor(
    private readonly clock: Clock,
    private readonly rooms: BookableRooms,
    private readonly lendable: LendableEquipment,
    private readonly queries: ClashQueries,
  ) {}

  async of(actor: Actor, { slots: inputs, except, ...wanted }: SessionDraft): Promise<Clash[]> {
    const own = except && (await this.own(actor, except));
    const room = await told('place', () => this.rooms.find(wanted.roomId));
    if (Array.isArray(room)) return room;
    const slots = await told('slot', () => slotsOf(inputs, room.timeZone, this.clock.now()));
    const first = slots[0]!;
    if ('pointer' in first) return slots as Clash[];
    return (await this.ofEach(room, { ...wanted, equipment: wanted.equipment ?? (own?.venueId === room.venueId ? own.equipment : []) }, [slots as Slot[]], own))[0]!;
  }

  private async own(actor: Actor, { sessionId, slotIds }: SessionExcept): Promise<Own> {
    const own = await this.queries.own(sessionId, slotIds ?? null);
    if (!own || !manages(actor, own)) throw notFound('session');
    return own;
  }

  /** For each session, with its half-days: everything is read once, whatever their number. */
  async ofEach(room: BookableRoom, { trainerIds = [], capacity, equipment = [] }: Wanted, sessions: readonly (readonly Slot[])[], own?: Own): Promise<Clash[][]> {
    const all = sessions.flat();
    const whole = { from: new Date(Math.min(...all.map(({ from }) => from.getTime()))), to: new Date(Math.max(...all.map(({ to }) => to.getTime()))) };
    const states = await this.rooms.state(room, all, own?.bookingIds);
    const short = await this.lendable.shortIn(room, all, equipment, own?.bookingIds);
    const trainers = trainerIds.length ? await this.queries.candidates(trainerIds, room.venueId, whole, own) : [];
    const general = [...seatClashes(room, capacity), ...unknownTrainers(trainerIds, trainers)];
    let at = 0;
    return sessions.map((slots) => {
      const range = [at, (at += slots.length)] as const;
      return [...general, ...roomClashes(room, states.slice(...range), short.slice(...range)), ...trainers.flatMap((one) => trainerClashes(one, slots, room.timeZone))];
    });
  }
}

/** A refusal that one field explains, told with the others. */
async function told<T>(code: Clash['code'], work: () => T | Promise<T>): Promise<T | Clash[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const fields = error.extra.errors ?? [{ pointer: '/roomId', detail: error.detail }];
    return fields.map(({ pointer, detail }) => ({ code, pointer, detail, isRefused: true }));
  }
}

const seatClashes = ({ capacity: most }: BookableRoom, capacity: number): Clash[] =>
  capacity > most ? [{ code: 'capacity', pointer: '/capacity', detail: `Cette salle accueille au plus ${most} personnes.`, isRefused: true }] : [];

const unknownTrainers = (asked: readonly string[], known: readonly CandidateRow[]): Clash[] =>
  asked.length > known.length ? [{ code: 'trainer', pointer: '/trainerIds', detail: 'Une personne choisie ne fait pas partie du vivier.', isRefused: true }] : [];

const OUTSIDE = 'En dehors des heures d’ouverture du lieu\u202f: son hôte devra donner son accord.';
const ASKED = 'Le lieu confirme lui-même cette salle\u202f: son hôte sera sollicité.';

function roomClashes(room: BookableRoom, states: readonly PeriodState[], short: readonly (string | null)[]): Clash[] {
  const clash = (code: Clash['code'], pointer: string, detail: string, isRefused = true): Clash => ({ code, pointer, detail, isRefused });
  const refused = states.flatMap((state, index): Clash[] => [
    ...(state.takenFor !== null ? [clash('room', '/roomId', takenInWords(room, state))] : []),
    ...(state.closure !== null ? [clash('closure', `/slots/${index}/date`, closedInWords(room, state))] : []),
    ...(state.holiday !== null ? [clash('holiday', `/slots/${index}/date`, `Jour férié\u202f: ${state.holiday}.`)] : []),
    ...(short[index] ? [clash('equipment', '/equipment', short[index])] : []),
  ]);
  if (refused.length) return refused;
  if (states.some(({ isOpen }) => isOpen === false)) return [clash('hours', '/slots', OUTSIDE, false)];
  return states.every((state) => isConfirmed(room, state)) ? [] : [clash('answer', '/roomId', ASKED, false)];
}

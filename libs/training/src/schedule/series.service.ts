import { Actor, Audit, Clock, conflict, Database, invalid } from '@app/platform';
import { type BookableRoom, BookableRooms } from '@app/venues';
import { Injectable } from '@nestjs/common';
import { SessionPreparation } from '../session/session-preparation';
import { type Slot, slotsOf } from '../session/slots.rules';
import type { Clash } from './clash.dto';
import { ClashService } from './clash.service';
import { SeriesInput, SeriesPlan, type SeriesSession } from './series.dto';
import { laterBy, weeklyFault, weeksOf } from './weekly.rules';

interface Planned extends SeriesSession {
  slots: Slot[];
}

/** The same session repeated: what is free is prepared, what is not is left out and said. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly rooms: BookableRooms,
    private readonly clashes: ClashService,
    private readonly preparation: SessionPreparation,
  ) {}

  /** What preparing would do, without doing it. */
  async preview(courseId: string, asked: SeriesInput): Promise<SeriesPlan> {
    return this.db.tx(async () => {
      await this.preparation.course(courseId);
      await this.preparation.room({ roomId: asked.roomId, capacity: asked.capacity });
      return { sessions: (await this.plan(await this.rooms.find(asked.roomId), asked)).map(told) };
    });
  }

  prepare(actor: Actor, courseId: string, asked: SeriesInput): Promise<SeriesPlan> {
    return this.db.tx(async () => {
      const course = await this.preparation.course(courseId);
      await this.preparation.room({ roomId: asked.roomId, capacity: asked.capacity });
      const room = await this.rooms.lock(asked.roomId);
      const planned = await this.plan(room, asked);
      const free = planned.filter(({ isFree }) => isFree);
      const left = planned.length - free.length;
      if (!free.length) throw conflict('series.empty', 'Aucune de ces sessions n’est possible.', { sessions: planned.map(told) });
      if (left && asked.keep === 'all')
        throw conflict('series.clash', `${left} session${left > 1 ? 's ne sont pas possibles' : ' n’est pas possible'}\u202f: choisissez de préparer les autres, ou changez la série.`, { sessions: planned.map(told) });
      const kept = await this.preparation.keep(actor, { id: courseId, ...course }, asked, room, free.map(({ slots }) => slots));
      free.forEach((session, index) => (session.code = kept[index]!.code));
      await this.audit.record({ actor, action: 'session.create_series', subjectType: 'course', subjectId: courseId, detail: { sessions: kept.map(({ id }) => id) } });
      return { sessions: planned.map(told) };
    });
  }

  private async plan(room: BookableRoom, { repeat, slots, ...wanted }: SeriesInput): Promise<Planned[]> {
    const first = slots.map(({ date }) => date).sort()[0]!;
    const fault = weeklyFault(first, repeat);
    if (fault) throw invalid(`/repeat/${fault.field}`, 'series.repeat', fault.detail);
    const now = this.clock.now();
    const sessions = weeksOf(first, repeat).map((weeks) => slotsOf(slots.map((slot) => ({ ...slot, date: laterBy(slot.date, weeks) })), room.timeZone, now));
    checkApart(sessions);
    const clashes = await this.clashes.ofEach(room, wanted, sessions);
    return sessions.map((half, index) => ({ slots: half, ...outcomeOf(half[0]!.localDate, clashes[index]!) }));
  }
}

/** A session that lasts longer than what separates it from the next one would meet itself. */
function checkApart(sessions: readonly Slot[][]): void {
  if (sessions.some((slots, index) => slots.at(-1)!.to > (sessions[index + 1]?.[0]!.from ?? slots.at(-1)!.to)))
    throw invalid('/repeat/every', 'series.overlap', 'Une session commencerait avant la fin de la précédente\u202f: espacez-les davantage.');
}

function outcomeOf(date: string, clashes: readonly Clash[]): SeriesSession {
  const refused = clashes.filter(({ isRefused }) => isRefused);
  const shown = refused.length ? refused : clashes;
  return { date, isFree: !refused.length, clash: refused[0]?.code ?? null, details: [...new Set(shown.map(({ detail }) => detail))], code: null };
}

const told = ({ slots: _, ...session }: Planned): SeriesSession => session;

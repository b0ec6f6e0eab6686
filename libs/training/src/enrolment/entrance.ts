import { Database, databaseError, isRefusal, Together } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EnrolmentReceipt } from './enrolment.dto';
import type { Step } from '../chain/chain.rules';

/** A request that its rules let in: what `training.enrol` takes. */
export interface Asking {
  person: string;
  key: string | null;
  fingerprint: string | null;
  session: string;
  agent: string;
  employer: string;
  delegation: string | null;
  number: string;
  motivation: string;
  target: 'submitted' | 'transmitted' | 'placed';
  step: Step | null;
  due: Date | null;
  priority: number;
  rule: string | null;
  payer: string;
  /** What it leaves to the employer, in cents. */
  cost: number;
  group: string | null;
  at: Date;
}

/** What the request became; `known` is the fingerprint of the click when it was made before. */
export interface Entered {
  answer: EnrolmentReceipt;
  known: string | null;
}
type Outcome = Entered & { n: number; refused: string | null };
type Entries = Map<Asking, Entered | Error>;

const ENTER = 'select * from training.enrol($1, $2)';
/** One transaction holds its sessions no longer than so many requests take. */
const TOGETHER = 40;
/** A connection that falls silent, or a budget that someone holds, keeps the others no longer. */
const PATIENCE_MS = 250;

const entriesOf = (all: Asking[], rows: Outcome[]): Entries =>
  new Map(rows.map(({ n, refused, ...entered }) => [all[n - 1]!, refused ? databaseError('23514', refused) : entered]));

/**
 * Requests go in as they come; those that wait meanwhile go in together, in their order, each with its own outcome. Nobody waits for a session
 * that someone else holds but those who ask for it: they wait at its door.
 */
@Injectable()
export class Entrance {
  private readonly hall = new Together((all: Asking[]) => this.passThrough(all), { together: TOGETHER, patience: PATIENCE_MS });
  private readonly doors = new Map<string, Together<Asking, Entered>>();

  constructor(private readonly db: Database) {}

  enter(asking: Asking): Promise<Entered> {
    return this.hall.ask(asking);
  }

  /** In the transaction under way: all of them, or none. */
  async enterWithin(all: Asking[]): Promise<EnrolmentReceipt[]> {
    const entries = entriesOf(all, await this.db.query<Outcome>(ENTER, [JSON.stringify(all), true]));
    return all.map((asking) => {
      const entry = entries.get(asking)!;
      if (entry instanceof Error) throw entry;
      return entry.answer;
    });
  }

  private async passThrough(all: Asking[]): Promise<(Entered | Error | Promise<Entered>)[]> {
    const entries = await this.write(all.filter(({ session }) => !this.doors.has(session)), false);
    return all.map((asking) => entries.get(asking) ?? this.waitAtDoor(asking));
  }

  private waitAtDoor(asking: Asking): Promise<Entered> {
    const { session } = asking;
    const door = this.doors.get(session) ?? new Together(async (all: Asking[]) => {
      const entries = await this.write(all, true);
      return all.map((one) => entries.get(one)!);
    }, { together: TOGETHER });
    this.doors.set(session, door);
    return door.ask(asking).finally(() => {
      if (door.isIdle) this.doors.delete(session);
    });
  }

  /** What refuses one undoes all that were written with it: each is then written by itself. */
  private async write(all: Asking[], waits: boolean): Promise<Entries> {
    if (!all.length) return new Map();
    try {
      return entriesOf(all, await this.db.prepared<Outcome>('training.enter', ENTER, [JSON.stringify(all), waits]));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (all.length === 1) return new Map([[all[0]!, error as Error]]);
      const entries: Entries = new Map();
      for (const one of all) for (const [asking, entry] of await this.write([one], waits)) entries.set(asking, entry);
      return entries;
    }
  }
}

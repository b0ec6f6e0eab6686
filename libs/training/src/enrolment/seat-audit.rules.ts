/** A line of the ledger of one session, as the triggers wrote it. */
export interface Entry {
  seq: number;
  kind: 'capacity' | 'request' | 'share';
  enrolmentId: string | null;
  fromStatus: string | null;
  toStatus: string | null;
  capacity: number;
  taken: number;
  /** Lines of one transaction are one change. */
  tx: string;
  /** Whether the session could offer seats then. */
  offers: boolean;
  detail: unknown;
}

export type Fault = 'oversold' | 'overtaken' | 'unoffered';
export interface Finding {
  fault: Fault;
  seq: number;
  why: string;
}

interface Share {
  o: string;
  reserved: number;
  most: number | null;
}
interface Request {
  id: string;
  status: string | null;
  /** Priority, then number in the queue: the smaller goes first. */
  place: readonly [number, number];
  group: string | null;
  owners: readonly string[];
}
/** One request, or a group that is seated whole or not at all. */
interface Unit {
  key: string;
  size: number;
  place: readonly [number, number];
  owners: readonly string[];
}

const HOLDING = new Set(['offered', 'admitted', 'convoked', 'present', 'partial', 'absent', 'attested']);
const holds = (status: string | null) => status !== null && HOLDING.has(status);
const before = (a: readonly [number, number], b: readonly [number, number]) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
const unitOf = ({ id, group }: Request) => group ?? id;

/**
 * Replays the ledger of one session, from its first line, knowing nothing of the functions that wrote it. Fed line by line; `end` closes it.
 * Keeps what the session holds and who waits: memory follows the session, not its history.
 */
export class SeatReplay {
  readonly findings: Finding[] = [];
  private seq: number | null = null;
  private capacity = 0;
  private taken = 0;
  private shares: readonly Share[] = [];
  private readonly seated = new Map<string, Request>();
  private readonly waiting = new Map<string, Request>();
  private readonly usedBy = new Map<string, number>();
  private last: Entry | null = null;
  private gap = { above: 0, taken: 0, capacity: 0 };
  /** Groups of which a member was seated in the transaction being read. */
  private seating = new Set<string>();
  /** Who already waits beside a seat that fits them: told once. */
  private stuck = new Set<string>();

  read(entry: Entry): void {
    if (this.last && this.last.tx !== entry.tx) this.rest();
    this.checkOrder(entry);
    if (entry.kind === 'capacity') this.capacity = entry.capacity;
    if (entry.kind === 'share') this.shares = entry.detail as Share[];
    if (entry.kind === 'request') this.move(entry);
    this.checkCount(entry);
    this.last = entry;
  }

  end(): void {
    if (this.last) this.rest();
  }

  private checkOrder({ seq }: Entry): void {
    if (this.seq !== null && seq !== this.seq + 1) this.found('oversold', seq, `la ligne ${this.seq + 1} manque`);
    this.seq = seq;
  }

  private checkCount({ seq, capacity, taken }: Entry): void {
    const now = { above: Math.max(this.taken - this.capacity, 0), taken: taken - this.taken, capacity: capacity - this.capacity };
    // What lasts from line to line is told once.
    if (now.above > this.gap.above) this.found('oversold', seq, `${this.taken} places prises pour ${this.capacity}`);
    if (now.taken !== 0 && now.taken !== this.gap.taken) this.found('oversold', seq, `le compteur dit ${taken}, les lignes disent ${this.taken}`);
    if (now.capacity !== 0 && now.capacity !== this.gap.capacity) this.found('oversold', seq, `la capacité dit ${capacity}, les lignes disent ${this.capacity}`);
    this.gap = now;
  }

  private move(entry: Entry): void {
    const id = entry.enrolmentId!;
    const known = this.waiting.get(id) ?? this.seated.get(id) ?? null;
    const was = known?.status ?? null;
    if (holds(was) !== holds(entry.fromStatus) || (was === 'waiting') !== (entry.fromStatus === 'waiting'))
      this.found('oversold', entry.seq, `la demande était « ${was ?? 'sans place'} », non « ${entry.fromStatus ?? 'nouvelle'} »`);
    const next = request(entry);
    if (holds(next.status) && !holds(was)) this.checkTurn(entry, was === 'waiting' ? known! : next);
    if (holds(was)) this.seat(known!, -1);
    this.waiting.delete(id);
    this.seated.delete(id);
    if (holds(next.status)) {
      this.seated.set(id, next);
      this.seat(next, 1);
    } else if (next.status === 'waiting') this.waiting.set(id, next);
  }

  private seat({ owners }: Request, change: 1 | -1): void {
    this.taken += change;
    for (const owner of owners) this.usedBy.set(owner, (this.usedBy.get(owner) ?? 0) + change);
  }

  /** Whoever is given a seat passes only those who do not fit. */
  private checkTurn({ seq, toStatus }: Entry, given: Request): void {
    const key = unitOf(given);
    if (this.seating.has(key)) return;
    this.seating.add(key);
    if (given.status !== 'waiting' && toStatus === 'offered') this.found('overtaken', seq, 'une place est proposée à qui n’est pas dans la liste d’attente');
    const units = this.units();
    const place = units.get(key)?.place ?? given.place;
    for (const unit of units.values())
      if (unit.key !== key && before(unit.place, place) && this.fits(unit)) this.found('overtaken', seq, `la demande ${unit.key} passait avant`);
  }

  /** Between two transactions nobody waits whom a free seat fits. */
  private rest(): void {
    this.seating = new Set();
    const { seq, offers } = this.last!;
    const stuck = new Set<string>();
    if (offers && this.taken < this.capacity)
      for (const unit of this.units().values())
        if (this.fits(unit)) {
          stuck.add(unit.key);
          if (!this.stuck.has(unit.key)) this.found('unoffered', seq, `une place libre n’est pas proposée à la demande ${unit.key}`);
        }
    this.stuck = stuck;
  }

  private fits({ size, owners }: Unit): boolean {
    const kept = this.shares.reduce((sum, { o, reserved }) => (owners.includes(o) ? sum : sum + Math.max(reserved - this.used(o), 0)), 0);
    const most = this.shares.flatMap(({ o, most: limit }) => (limit !== null && owners.includes(o) ? [limit - this.used(o)] : []));
    return size <= Math.min(this.capacity - this.taken - kept, ...most);
  }

  private used = (owner: string): number => this.usedBy.get(owner) ?? 0;

  private units(): Map<string, Unit> {
    const units = new Map<string, Unit>();
    if (this.taken >= this.capacity) return units;
    for (const one of this.waiting.values()) {
      const key = unitOf(one);
      const unit = units.get(key);
      units.set(key, unit ? { ...unit, size: unit.size + 1, place: before(one.place, unit.place) ? one.place : unit.place } : { key, size: 1, place: one.place, owners: one.owners });
    }
    return units;
  }

  private found(fault: Fault, seq: number, why: string): void {
    this.findings.push({ fault, seq, why });
  }
}

function request({ enrolmentId, toStatus, detail }: Entry): Request {
  const { p = 99, q = Infinity, g = null, e, d } = detail as { p?: number; q?: number; g?: string; e: string; d?: string };
  return { id: enrolmentId!, status: toStatus, place: [p, q], group: g, owners: [...new Set(d === undefined ? [e] : [e, d])] };
}

/** What a replay of the whole ledger of one session finds; nothing when it is right. */
export function replay(entries: Iterable<Entry>): Finding[] {
  const seats = new SeatReplay();
  for (const entry of entries) seats.read(entry);
  seats.end();
  return seats.findings;
}

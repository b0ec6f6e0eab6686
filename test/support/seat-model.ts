import type { Asker } from './seats';

type Step = 'opinion' | 'validation' | 'visa';
export interface Ask {
  id: string;
  who: Asker;
  status: string;
  step: Step | null;
  priority: number;
  order: number;
  group: string | null;
}
interface Share {
  employerId: string;
  reserved: number;
  most: number | null;
}

const SEATED = ['offered', 'admitted', 'convoked'];
const LIVE = ['submitted', 'admitted', 'waiting', 'offered', 'convoked'];

/** Which steps each employer of the play has. */
export const STEPS = { supervised: ['opinion', 'validation'], plain: ['validation'], direct: [], strict: ['opinion', 'validation', 'visa'] } as const;
export type Kind = keyof typeof STEPS;

/** What a session should be, told in memory and in the plainest way: a list of those who sit, a sorted list of those who wait. */
export class SeatModel {
  open = true;
  asks: Ask[] = [];
  shares: Share[] = [];
  private orders = 0;

  constructor(
    public capacity: number,
    readonly confirmed: boolean,
    private readonly kindOf: (who: Asker) => Kind,
  ) {}

  latest = (who: Asker): Ask | undefined => this.asks.findLast((ask) => ask.who === who);
  live = (who: Asker): boolean => LIVE.includes(this.latest(who)?.status ?? '');
  wasRefused = (who: Asker): boolean => this.asks.some((ask) => ask.who === who && ask.status === 'refused');
  get taken(): number {
    return this.asks.filter(({ status }) => SEATED.includes(status)).length;
  }

  /** Those who wait, as groups in the order in which they go. */
  units(): Ask[][] {
    const byKey = new Map<string, Ask[]>();
    for (const ask of this.asks.filter(({ status }) => status === 'waiting').sort(inOrder)) {
      const key = ask.group ?? ask.id;
      byKey.set(key, [...(byKey.get(key) ?? []), ask]);
    }
    return [...byKey.values()].sort(([a], [b]) => inOrder(a!, b!));
  }

  rank(ask: Ask): number | null {
    const index = this.units().findIndex((unit) => unit.includes(ask));
    return index < 0 ? null : index + 1;
  }

  /** Answers the first step, null when it is placed at once. */
  firstStep = (who: Asker): Step | null => STEPS[this.kindOf(who)][0] ?? null;

  request(who: Asker, id: string): void {
    const step = this.firstStep(who);
    const ask: Ask = { id, who, status: 'submitted', step, priority: 99, order: 0, group: null };
    this.asks.push(ask);
    if (!step) this.place([ask]);
  }

  /** Itself, and those of its group that stand where it does: they go on as one. */
  together = (ask: Ask): Ask[] => this.asks.filter((one) => one === ask || (ask.group !== null && one.group === ask.group && one.status === ask.status && one.step === ask.step));

  onward(asks: Ask[], done: Step): void {
    const steps: readonly Step[] = STEPS[this.kindOf(asks[0]!.who)];
    const next = steps[steps.indexOf(done) + 1];
    if (next) for (const ask of asks) ask.step = next;
    else this.place(asks);
  }

  end(ask: Ask, status: string): void {
    const moves = [...SEATED, 'waiting'].includes(ask.status);
    Object.assign(ask, { status, step: null });
    if (moves) this.advance();
  }

  advance(): void {
    if (!this.open) return;
    for (const unit of this.units()) if (this.fits(unit)) for (const ask of unit) ask.status = 'offered';
  }

  cancel(): void {
    this.open = false;
    for (const ask of this.asks) if (LIVE.includes(ask.status)) Object.assign(ask, { status: 'cancelled', step: null });
  }

  private place(asks: Ask[]): void {
    const status = this.fits(asks) ? 'admitted' : 'waiting';
    for (const ask of asks) Object.assign(ask, { status, step: null, order: (this.orders += 1) });
  }

  private fits(unit: Ask[]): boolean {
    const employerId = unit[0]!.who.employer.id;
    const used = (id: string) => this.asks.filter(({ status, who }) => SEATED.includes(status) && who.employer.id === id).length;
    let free = this.capacity - this.taken;
    for (const share of this.shares) if (share.employerId !== employerId) free -= Math.max(share.reserved - used(share.employerId), 0);
    for (const share of this.shares) if (share.employerId === employerId && share.most !== null) free = Math.min(free, share.most - used(employerId));
    return unit.length <= free;
  }
}

const inOrder = (a: Ask, b: Ask) => a.priority - b.priority || a.order - b.order;

import { type Entry, replay } from './seat-audit.rules';

interface Told {
  p?: number;
  q?: number;
  g?: string;
  e?: string;
  d?: string;
}

/** Writes a ledger as the triggers would: each call of `tx` is a transaction, and the counter follows unless a line says otherwise. */
class Ledger {
  readonly entries: Entry[] = [];
  private seq = -1;
  private capacity = 0;
  private taken = 0;
  private status = new Map<string, string | null>();

  tx(...lines: ((add: Ledger) => void)[]): this {
    this.current += 1;
    for (const line of lines) line(this);
    return this;
  }
  private current = 0;

  capacityOf = (capacity: number) => {
    this.capacity = capacity;
    this.add({ kind: 'capacity' });
  };
  share = (...shares: { o: string; reserved: number; most: number | null }[]) => this.add({ kind: 'share', detail: shares });
  to = (enrolmentId: string, toStatus: string, { e = 'ville', ...told }: Told = {}, over: Partial<Entry> = {}) => {
    const fromStatus = this.status.get(enrolmentId) ?? null;
    this.taken += Number(['offered', 'admitted'].includes(toStatus)) - Number(['offered', 'admitted'].includes(fromStatus ?? ''));
    this.status.set(enrolmentId, toStatus);
    this.add({ kind: 'request', enrolmentId, fromStatus, toStatus, detail: { e, ...told }, ...over });
  };

  private add(line: Partial<Entry>): void {
    this.seq += 1;
    this.entries.push({
      kind: 'capacity', enrolmentId: null, fromStatus: null, toStatus: null, detail: null, offers: true, seq: this.seq, capacity: this.capacity, taken: this.taken, tx: String(this.current), ...line,
    });
  }
}
const faults = (ledger: Ledger) => replay(ledger.entries).map(({ fault }) => fault);
/** One seat, taken by a; b then c wait. */
const full = () =>
  new Ledger()
    .tx((l) => l.capacityOf(1))
    .tx((l) => l.to('a', 'admitted'))
    .tx((l) => l.to('b', 'waiting', { q: 2 }))
    .tx((l) => l.to('c', 'waiting', { q: 3 }));

describe('the replay of a ledger', () => {
  it('finds nothing in a seat freed, offered, declined, passed on and taken', () =>
    expect(
      faults(
        full()
          .tx((l) => l.to('a', 'withdrawn'), (l) => l.to('b', 'offered'))
          .tx((l) => l.to('b', 'withdrawn'), (l) => l.to('c', 'offered'))
          .tx((l) => l.to('c', 'admitted')),
      ),
    ).toEqual([]));

  it('finds nothing when a session is cancelled, whatever the order of its lines', () =>
    expect(faults(full().tx((l) => l.to('a', 'cancelled', {}, { offers: false }), (l) => l.to('c', 'cancelled', {}, { offers: false }), (l) => l.to('b', 'cancelled', {}, { offers: false })))).toEqual([]));

  it('finds nothing in a seat left free once the session began', () => expect(faults(full().tx((l) => l.to('a', 'withdrawn', {}, { offers: false })))).toEqual([]));

  describe('oversold', () => {
    it('when more seats are taken than there are', () => expect(faults(full().tx((l) => l.to('d', 'admitted', { p: 0 })))).toEqual(['oversold']));
    it('when the capacity went below who sits', () => expect(faults(new Ledger().tx((l) => l.capacityOf(2)).tx((l) => l.to('a', 'admitted')).tx((l) => l.to('b', 'admitted')).tx((l) => l.capacityOf(1)))).toEqual(['oversold']));
    it('when the counter is not what the lines say', () => expect(faults(new Ledger().tx((l) => l.capacityOf(2)).tx((l) => l.to('a', 'admitted', {}, { taken: 0 })))).toEqual(['oversold']));
    it('when the capacity changed and no line says so', () => expect(faults(new Ledger().tx((l) => l.capacityOf(2)).tx((l) => l.to('a', 'admitted', {}, { capacity: 3 })))).toEqual(['oversold']));
    it('once, however long it lasts', () =>
      expect(faults(full().tx((l) => l.to('d', 'admitted', { p: 0 })).tx((l) => l.to('e', 'waiting', { q: 6 })).tx((l) => l.to('f', 'waiting', { q: 7 }, { taken: 0 })).tx((l) => l.to('g', 'waiting', { q: 8 }, { taken: 0 })))).toEqual(['oversold', 'oversold']));
    it('when a line is missing', () => {
      const ledger = full();
      ledger.entries.splice(2, 1);
      expect(faults(ledger)).toEqual(['oversold']);
    });
    it('when a line starts from what was not', () => expect(faults(full().tx((l) => l.to('b', 'withdrawn', {}, { fromStatus: 'submitted' })))).toEqual(['oversold']));
  });

  describe('overtaken', () => {
    it('when the last in line is served first', () => expect(faults(full().tx((l) => l.to('a', 'withdrawn'), (l) => l.to('c', 'offered')))).toEqual(['overtaken']));
    it('when a newcomer takes the seat that was freed, whom two waited for', () => expect(faults(full().tx((l) => l.to('a', 'withdrawn'), (l) => l.to('d', 'admitted', { e: 'village' })))).toEqual(['overtaken', 'overtaken']));
    it('when a seat is offered to who was not waiting', () =>
      expect(faults(new Ledger().tx((l) => l.capacityOf(1)).tx((l) => l.to('a', 'offered', {}, { fromStatus: 'submitted' })))).toEqual(['overtaken']));
    it('but not by a priority', () => {
      const ledger = full().tx((l) => l.to('d', 'waiting', { p: 1, q: 4 }));
      expect(faults(ledger.tx((l) => l.to('a', 'withdrawn'), (l) => l.to('d', 'offered', { p: 1 })))).toEqual([]);
    });
    it('but not whose employer has its share, nor for whom the seats kept for others leave none', () => {
      const ledger = new Ledger()
        .tx((l) => l.capacityOf(3))
        .tx((l) => l.share({ o: 'ville', reserved: 0, most: 1 }, { o: 'métropole', reserved: 1, most: null }))
        .tx((l) => l.to('a', 'admitted'))
        .tx((l) => l.to('b', 'waiting', { q: 4 }))
        .tx((l) => l.to('c', 'admitted', { e: 'village' }))
        .tx((l) => l.to('d', 'waiting', { q: 6, e: 'village' }))
        .tx((l) => l.to('e', 'admitted', { e: 'commune', d: 'métropole' }));
      expect(faults(ledger)).toEqual([]);
    });
    it('but not a group that does not fit whole, which goes whole when it does', () => {
      const ledger = new Ledger()
        .tx((l) => l.capacityOf(2))
        .tx((l) => l.to('a', 'admitted'), (l) => l.to('z', 'admitted'))
        .tx((l) => l.to('b', 'waiting', { q: 3, g: 'équipe' }), (l) => l.to('c', 'waiting', { q: 4, g: 'équipe' }))
        .tx((l) => l.to('d', 'waiting', { q: 5 }))
        .tx((l) => l.to('a', 'withdrawn'), (l) => l.to('d', 'offered'))
        .tx((l) => l.capacityOf(4), (l) => l.to('c', 'offered', { g: 'équipe' }), (l) => l.to('b', 'offered', { g: 'équipe' }));
      expect(faults(ledger)).toEqual([]);
    });
    it('when a group that fits whole is passed', () => {
      const ledger = new Ledger()
        .tx((l) => l.capacityOf(1))
        .tx((l) => l.to('a', 'admitted'))
        .tx((l) => l.to('b', 'waiting', { q: 2, g: 'équipe' }), (l) => l.to('c', 'waiting', { q: 3, g: 'équipe' }))
        .tx((l) => l.to('d', 'waiting', { q: 4 }))
        .tx((l) => l.capacityOf(3), (l) => l.to('d', 'offered'));
      expect(faults(ledger)).toEqual(['overtaken']);
    });
  });

  describe('unoffered', () => {
    it('when a freed seat is left beside who waits, each told once', () => expect(faults(full().tx((l) => l.to('a', 'withdrawn')).tx((l) => l.to('d', 'waiting', { q: 6, e: 'village' }))).filter((f) => f === 'unoffered')).toHaveLength(3));
    it('when an added seat is', () => expect(faults(full().tx((l) => l.capacityOf(2), (l) => l.capacityOf(2)))).toEqual(['unoffered', 'unoffered']));
    it('when seats are released for everyone and nobody gets them', () => {
      const kept = { o: 'métropole', most: null };
      const ledger = new Ledger().tx((l) => l.capacityOf(1)).tx((l) => l.share({ ...kept, reserved: 1 })).tx((l) => l.to('b', 'waiting', { q: 2 }));
      expect(faults(ledger)).toEqual([]);
      expect(faults(ledger.tx((l) => l.share({ ...kept, reserved: 0 })))).toEqual(['unoffered']);
    });
  });
});

import { nowIso } from './clock';
import { Journal } from './journal';

export interface OfferRecord {
  /** The portal's own number, given at the first deposit and never reused. */
  id: string;
  /** The sender's stable name for the offer. */
  reference: string;
  version: number;
  /** Grows by one at each change of any offer: the order of the list and its cursor. */
  sequence: number;
  state: 'published' | 'withdrawn';
  contentHash: string;
  offer: unknown;
  reason: string | null;
  updatedAt: string;
}

export type Outcome =
  | { result: 'created' | 'updated' | 'unchanged' | 'withdrawn'; record: OfferRecord }
  | { result: 'stale' | 'version_required'; record: OfferRecord }
  | { result: 'unknown' };

/** Decisions are taken in memory without any await, so two requests on one offer cannot interleave. */
export class OfferStore {
  /** In order of sequence: a changed offer is put back at the end. */
  private readonly offers = new Map<string, OfferRecord>();
  private sequence = 0;
  private numbers = 0;

  private constructor(
    records: OfferRecord[],
    private readonly journal: Journal<OfferRecord> | null,
  ) {
    for (const record of records) this.offers.set(record.reference, record);
    this.sequence = records.at(-1)?.sequence ?? 0;
    this.numbers = records.length;
  }

  static async open(dir: string): Promise<OfferStore> {
    if (dir === '') return new OfferStore([], null);
    const { journal, records } = await Journal.open<OfferRecord>(dir, (record) => record.reference);
    return new OfferStore(records, journal);
  }

  async put(
    reference: string,
    contentHash: string,
    offer: unknown,
    version: number | null,
  ): Promise<Outcome> {
    const current = this.offers.get(reference);
    if (!current) {
      if (version !== null) return { result: 'unknown' };
      const id = `NP-${String(++this.numbers).padStart(6, '0')}`;
      const created = { id, reference, contentHash, offer, version: 1, state: 'published' as const };
      return { result: 'created', record: await this.write(created) };
    }
    if (current.state === 'published' && current.contentHash === contentHash) {
      await this.journal?.settled();
      return { result: 'unchanged', record: current };
    }
    if (version === null) return { result: 'version_required', record: current };
    if (version !== current.version) return { result: 'stale', record: current };
    const next = { ...current, contentHash, offer, version: version + 1, state: 'published' as const };
    return { result: 'updated', record: await this.write(next) };
  }

  async withdraw(reference: string, reason: string | null, version: number | null): Promise<Outcome> {
    const current = this.offers.get(reference);
    if (!current) return { result: 'unknown' };
    if (current.state === 'withdrawn') return { result: 'withdrawn', record: current };
    if (version !== null && version !== current.version) return { result: 'stale', record: current };
    const tombstone = { ...current, offer: null, version: current.version + 1, state: 'withdrawn' as const };
    return { result: 'withdrawn', record: await this.write(tombstone, reason) };
  }

  get(reference: string): OfferRecord | undefined {
    return this.offers.get(reference);
  }

  after(sequence: number, limit: number): OfferRecord[] {
    const found: OfferRecord[] = [];
    for (const record of this.offers.values()) {
      if (record.sequence > sequence && found.push(record) === limit) break;
    }
    return found;
  }

  published(): OfferRecord[] {
    return [...this.offers.values()].filter((record) => record.state === 'published');
  }

  async close(): Promise<void> {
    await this.journal?.close();
  }

  private async write(
    change: Omit<OfferRecord, 'sequence' | 'updatedAt' | 'reason'>,
    reason: string | null = null,
  ): Promise<OfferRecord> {
    const record: OfferRecord = { ...change, reason, sequence: ++this.sequence, updatedAt: nowIso() };
    this.offers.delete(record.reference);
    this.offers.set(record.reference, record);
    await this.journal?.append(record);
    return record;
  }
}

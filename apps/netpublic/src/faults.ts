export const FAULT_MODES = [
  'none',
  'error',
  'rate_limit',
  'slow',
  'half_body',
  'wrong_json',
  'duplicate',
] as const;
export type FaultMode = (typeof FAULT_MODES)[number];

export interface Fault {
  mode: FaultMode;
  /** How many requests are hit before the portal behaves again; without it, until the next setting. */
  times: number;
  delayMs: number;
  retryAfterSeconds: number;
}

const NONE: Fault = { mode: 'none', times: Infinity, delayMs: 0, retryAfterSeconds: 0 };

/** One fault at a time, set by hand. It strikes the offers' routes only. */
export class Faults {
  private current: Fault = NONE;

  set(wanted: Partial<Fault>): Fault {
    this.current = { ...NONE, delayMs: 30_000, retryAfterSeconds: 1, ...wanted };
    return this.current;
  }

  /** The fault that strikes this request. */
  take(): Fault {
    const fault = this.current;
    fault.times -= 1;
    if (fault.times <= 0) this.current = { ...NONE };
    return fault;
  }
}

export function isFault(value: unknown): value is Partial<Fault> {
  if (typeof value !== 'object' || value === null) return false;
  const { mode, times, delayMs, retryAfterSeconds } = value as Record<string, unknown>;
  const count = (n: unknown) => n === undefined || (Number.isInteger(n) && (n as number) >= 0);
  return FAULT_MODES.includes(mode as FaultMode) && [times, delayMs, retryAfterSeconds].every(count);
}

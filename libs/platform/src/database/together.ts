interface Waiting<In, Out> {
  input: In;
  resolve: (out: Out | Promise<Out>) => void;
  reject: (error: unknown) => void;
}
interface Limits {
  /** How many go together at most. */
  together: number;
  /** How long those that wait do so for a call that does not end, in milliseconds; without it, as long as it takes. */
  patience?: number;
}

/**
 * Calls that come while another is under way wait for it, then go together, in the order they came: under load, one statement does for
 * many; without, each goes at once. `call` answers one outcome for each input, in the same order: an Error refuses that input alone, a promise
 * is what that input still waits for when the next ones go.
 */
export class Together<In, Out> {
  private waiting: Waiting<In, Out>[] = [];
  private isHeld = false;

  constructor(
    private readonly call: (inputs: In[]) => Promise<(Out | Error | Promise<Out>)[]>,
    private readonly limits: Limits,
  ) {}

  get isIdle(): boolean {
    return !this.isHeld && this.waiting.length === 0;
  }

  ask(input: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ input, resolve, reject });
      this.next();
    });
  }

  private next(): void {
    if (this.isHeld || this.waiting.length === 0) return;
    this.isHeld = true;
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      this.isHeld = false;
      this.next();
    };
    void this.go(this.waiting.splice(0, this.limits.together), over, this.limits.patience ? setTimeout(over, this.limits.patience) : undefined);
  }

  private async go(some: Waiting<In, Out>[], over: () => void, patience?: NodeJS.Timeout): Promise<void> {
    const told = await this.call(some.map(({ input }) => input)).catch((error: unknown) => error as Error);
    clearTimeout(patience);
    over();
    some.forEach(({ resolve, reject }, index) => {
      const outcome = Array.isArray(told) ? told[index]! : told;
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    });
  }
}

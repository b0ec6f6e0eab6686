import type { TestApp } from './app';

/** Holds a session as whoever changes it does; what is answered lets go of it. */
export async function holding({ db }: TestApp, sessionId: string): Promise<() => Promise<void>> {
  const holder = db.source.createQueryRunner();
  await holder.connect();
  await holder.startTransaction();
  await holder.query('select from training.session where id = $1 for update', [sessionId]);
  return async () => {
    await holder.commitTransaction();
    await holder.release();
  };
}

/** Until so many statements wait for what others hold. */
export async function waitingForLocks({ db }: TestApp, statements: number): Promise<void> {
  for (let waiting = 0; waiting < statements; )
    ({ n: waiting } = (await db.one<{ n: number }>(`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))!);
}

/** Holds a session, starts everything, and lets go once as many wait for it as there are: they collide, whoever was first. */
export async function colliding<T>(t: TestApp, sessionId: string, doings: (() => PromiseLike<T>)[]): Promise<T[]> {
  const letGo = await holding(t, sessionId);
  const done = Promise.all(doings.map((doing) => doing()));
  try {
    await waitingForLocks(t, doings.length);
  } finally {
    await letGo();
  }
  return done;
}

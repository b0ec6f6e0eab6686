import { Together } from './together';

describe('calls made together', () => {
  /** Calls that end when told to. */
  const held = (limits: { together: number; patience?: number }) => {
    const calls: { inputs: number[]; end: (outcomes?: (string | Error)[]) => void; fail: (error: Error) => void }[] = [];
    const together = new Together<number, string>(
      (inputs) => new Promise((resolve, reject) => calls.push({ inputs, end: (outcomes = inputs.map((input) => `n${input}`)) => resolve(outcomes), fail: reject })),
      limits,
    );
    return { calls, together };
  };
  const settled = () => new Promise((next) => setImmediate(next));

  it('one alone goes at once; those that come meanwhile go together, in order', async () => {
    const { calls, together } = held({ together: 10 });
    const asked = [1, 2, 3].map((n) => together.ask(n));
    expect(calls.map(({ inputs }) => inputs)).toEqual([[1]]);
    calls[0]!.end();
    await settled();
    expect(calls.map(({ inputs }) => inputs)).toEqual([[1], [2, 3]]);
    calls[1]!.end();
    await expect(Promise.all(asked)).resolves.toEqual(['n1', 'n2', 'n3']);
    expect(together.isIdle).toBe(true);
  });

  it('so many at a time; a call that does not end holds the others back no longer than their patience', async () => {
    const { calls, together } = held({ together: 2, patience: 5 });
    const asked = [1, 2, 3, 4, 5].map((n) => together.ask(n));
    expect(calls.map(({ inputs }) => inputs)).toEqual([[1]]);
    while (calls.length < 3) await settled();
    expect(calls.map(({ inputs }) => inputs)).toEqual([[1], [2, 3], [4, 5]]);
    for (const { end } of [...calls].reverse()) end();
    await expect(Promise.all(asked)).resolves.toEqual(['n1', 'n2', 'n3', 'n4', 'n5']);
  });

  it('one refused holds back no other; a call that fails fails its own, and the next one goes', async () => {
    const { calls, together } = held({ together: 2 });
    const asked = Promise.allSettled([1, 2, 3, 4].map((n) => together.ask(n)));
    calls[0]!.fail(new Error('lost'));
    await settled();
    calls[1]!.end([new Error('refused'), 'n3']);
    await settled();
    calls[2]!.end();
    expect(await asked).toMatchObject([{ reason: { message: 'lost' } }, { reason: { message: 'refused' } }, { value: 'n3' }, { value: 'n4' }]);
    expect(together.isIdle).toBe(true);
  });
});

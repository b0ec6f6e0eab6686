import { deliveryOf, nextTryMs, refusalOf } from './message.rules';

describe('the next try', () => {
  it('waits longer each time, then gives up', () => {
    expect(nextTryMs(1, new Error('ECONNREFUSED'), 1)).toBe(30_000);
    expect(nextTryMs(2, new Error('ECONNREFUSED'), 1)).toBe(60_000);
    expect(nextTryMs(16, new Error('ECONNREFUSED'), 1)).toBeNull();
  });

  it.each([
    [550, null],
    [451, 30_000],
  ])('SMTP %i', (responseCode, expected) =>
    expect(nextTryMs(1, Object.assign(new Error(), { responseCode }), 1)).toBe(expected),
  );
});

describe('where a message stands', () => {
  const at = new Date('2027-03-08T08:00:00Z');
  const nothing = { sentAt: null, notBefore: null, error: null, printSince: null, printedAt: null };
  it.each([
    [{ notBefore: at }, 'waiting'],
    [{ notBefore: at, error: '451 later' }, 'waiting'],
    [{ sentAt: at }, 'sent'],
    [{ error: '550 unknown' }, 'failed'],
    [{ printSince: at }, 'to_print'],
    [{ printSince: at, printedAt: at, error: '550 unknown' }, 'printed'],
    [{}, 'kept'],
  ])('%j is %s', (standing, expected) => expect(deliveryOf({ ...nothing, ...standing })).toBe(expected));
});

describe('why a mail did not arrive', () => {
  it.each([
    ['Message failed: 550 No such user', 'code 550'],
    ['connect ECONNREFUSED 127.0.0.1:2525', 'n’a pas répondu'],
  ])('%s', (error, said) => expect(refusalOf(error)).toContain(said));
});

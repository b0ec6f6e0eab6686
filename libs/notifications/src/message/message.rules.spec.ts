import { deliveryOf, nextTryMs } from './message.rules';

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

describe('where an e-mail stands', () => {
  const at = new Date('2027-03-08T08:00:00Z');
  it.each([
    [{ sentAt: null, notBefore: at }, 'waiting'],
    [{ sentAt: at, notBefore: null }, 'sent'],
    [{ sentAt: null, notBefore: null }, 'failed'],
  ])('%j is %s', (message, expected) => expect(deliveryOf(message)).toBe(expected));
});

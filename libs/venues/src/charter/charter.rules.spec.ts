import { checkSignable, mustSign } from './charter.rules';

const version = { code: '2015', validFrom: '2015-10-01', validTo: '2027-01-01' };

describe('the charter', () => {
  it.each(['2015-10-01', '2026-12-31'])('is signed while in force (%s)', (day) =>
    expect(() => checkSignable(version, day)).not.toThrow(),
  );
  it.each(['2015-09-30', '2027-01-01'])('is not signed before or after (%s)', (day) =>
    expect(() => checkSignable(version, day)).toThrow(),
  );
  it('asks again for each version, and after a withdrawal', () => {
    expect(mustSign(version, [])).toBe(true);
    expect(mustSign(version, [{ versionCode: '2003', withdrawnAt: null }])).toBe(true);
    expect(mustSign(version, [{ versionCode: '2015', withdrawnAt: new Date(0) }])).toBe(true);
    expect(mustSign(version, [{ versionCode: '2015', withdrawnAt: null }])).toBe(false);
    expect(mustSign(undefined, [])).toBe(false);
  });
});

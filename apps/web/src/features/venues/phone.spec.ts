import { isMobile, phoneInput, phoneShown } from './phone';

describe('phone numbers', () => {
  it.each([
    ['02 98 00 00 00', '29', '+33298000000'],
    ['0298.00.00.00', null, '+33298000000'],
    ['+33 2 98 00 00 00', '29', '+33298000000'],
    ['0033298000000', '29', '+33298000000'],
    ['0262 12 34 56', '974', '+262262123456'],
    ['0590 12 34 56', '971', '+590590123456'],
    ['0594 12 34 56', '973', '+594594123456'],
    ['27 00 00', '988', '+687270000'],
    ['40 50 60 70', '987', '+68940506070'],
    ['', '29', ''],
  ])('%s typed in %s is %s', (typed, departement, kept) => expect(phoneInput(typed, departement)).toBe(kept));

  it('are shown as they are dialled in France, and whole elsewhere', () => {
    expect(phoneShown('+33298000000')).toBe('02 98 00 00 00');
    expect(phoneShown('+687270000')).toBe('+687270000');
    expect(phoneShown(null)).toBe('');
  });

  it.each([
    ['+33612345678', true],
    ['+33712345678', true],
    ['+262692123456', true],
    ['+590690123456', true],
    ['+33298000000', false],
    ['+262262123456', false],
    ['', false],
  ])('%s is a mobile: %s', (phone, mobile) => expect(isMobile(phone)).toBe(mobile));
});

import { decimal, isPivot, isWebAddress } from './value.rules';

describe('isPivot', () => {
  it.each([
    ['43493312300029', true, 'a SIRET'],
    ['43493312300028', false, 'a SIRET with a wrong key'],
    ['35600000000048', true, 'the head office of La Poste, by Luhn'],
    ['00000000000000', false, 'the placeholder, although it passes Luhn'],
    ['W131004321', true, 'an RNA'],
    ['0123456', false, 'too short'],
    ['43493312 300029', false, 'with a space'],
  ])('%s: %s (%s)', (pivot, expected) => expect(isPivot(pivot)).toBe(expected));
});

describe('decimal', () => {
  it.each([
    ['45.12', 45.12],
    ['-21', -21],
    ['48.850000000000001', 48.85],
  ])('reads %s', (text, value) => expect(decimal(text)).toBeCloseTo(value));
  it.each(['45,12', 'NaN', '1e3', '', '.5', '0x10', 'Infinity', '45.1.2'])('refuses %s', (text) =>
    expect(decimal(text)).toBeUndefined(),
  );
});

describe('isWebAddress', () => {
  it.each(['https://www.example.org/a?b=c', 'http://exemple.fr'])('accepts %s', (url) =>
    expect(isWebAddress(url)).toBe(true),
  );
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'www.example.org',
    'https://a:b@example.org',
    'https://exem ple.fr',
    `https://example.org/${'a'.repeat(2000)}`,
  ])('refuses %.40s', (url) => expect(isWebAddress(url)).toBe(false));
});

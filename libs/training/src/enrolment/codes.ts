import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for one another, read aloud or written by hand. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A short code people can say: `S-7K2QF`. */
export const shortCode = (prefix: string, length: number): string =>
  `${prefix}-${Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;

/** Of the number of a request: two in a million requests seldom meet. */
export const NUMBER_LENGTH = 8;

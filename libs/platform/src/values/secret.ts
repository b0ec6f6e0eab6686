import { createHash, randomBytes } from 'node:crypto';

/** 256 bits nobody can guess, fit for an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret: enough to know it again, and no use to who reads it. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

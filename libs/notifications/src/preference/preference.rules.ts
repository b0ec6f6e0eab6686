import type { Role } from '@app/identity';
import { type Kind, KINDS } from '../message/message.kinds';

export const RHYTHMS = ['at_once', 'daily', 'in_app'] as const;
/** A mail at once, in the digest of the day, or no mail. */
export type Rhythm = (typeof RHYTHMS)[number];

/** Kinds that concern these roles and may wait. */
export const kindsOf = (roles: readonly string[]): Kind[] =>
  (Object.keys(KINDS) as Kind[]).filter((kind) => {
    const { fixed, roles: concerned } = KINDS[kind] as { fixed: boolean; roles: readonly Role[] };
    return !fixed && concerned.some((role) => roles.includes(role));
  });

interface Mail {
  kind: Kind;
  /** It says when and where one is expected: it is never kept for later. */
  writesCalendar: boolean;
  rhythm: Rhythm | null;
}

/** What becomes of a mail to someone, as they prefer. */
export const rhythmOf = ({ kind, writesCalendar, rhythm }: Mail): Rhythm => (KINDS[kind].fixed || writesCalendar ? 'at_once' : (rhythm ?? 'at_once'));

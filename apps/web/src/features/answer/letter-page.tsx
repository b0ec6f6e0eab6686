import type { ReactNode } from 'react';
import { LinkButton } from '../../ui/button';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import type { LetterLink } from './use-link';

/** Where those who follow a link find the rest, once signed in. */
export type Home = '/hote/reservations' | '/formateur/sessions' | '/gestion/sessions' | '/mes-demandes';

interface Words {
  expiredTitle: string;
  expired: string;
  missingTitle: string;
  missing: string;
  signIn: string;
}

/** What the link of a letter opens, or why it opens nothing. */
export function LetterPage<T>({ link: { query, lost }, words, to, children }: { link: LetterLink<T>; words: Words; to: Home; children: (answer: T) => ReactNode }) {
  if (!lost) return <Loaded query={query}>{children}</Loaded>;
  return <PageHeader title={words[`${lost}Title`]} lead={words[lost]} actions={<LinkButton to={to}>{words.signIn}</LinkButton>} />;
}

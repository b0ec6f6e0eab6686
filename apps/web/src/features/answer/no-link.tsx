import { LinkButton } from '../../ui/button';
import { PageHeader } from '../../ui/page-header';

interface Words {
  expiredTitle: string;
  expired: string;
  missingTitle: string;
  missing: string;
  signIn: string;
}

/** A link that leads nowhere, or no longer does. */
export function NoLink({ isExpired, words, to }: { isExpired: boolean; words: Words; to: '/hote/reservations' | '/formateur/sessions' | '/gestion/sessions' }) {
  return (
    <PageHeader
      title={isExpired ? words.expiredTitle : words.missingTitle}
      lead={isExpired ? words.expired : words.missing}
      actions={<LinkButton to={to}>{words.signIn}</LinkButton>}
    />
  );
}

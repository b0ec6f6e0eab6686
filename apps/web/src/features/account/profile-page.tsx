import { UserRound } from 'lucide-react';
import { useMe } from '../../app/me';
import type { AgentProfile } from '../../api/types';
import { EmptyState } from '../../ui/list';
import { Facts } from '../../ui/meta';
import { PageHeader } from '../../ui/page-header';
import { ProfileForm } from './profile-form';
import { text } from './profile-text';

export function ProfilePage() {
  const profile = useMe()?.profile;
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      {profile ? (
        <Profile profile={profile} />
      ) : (
        <EmptyState icon={UserRound} title={text.noneTitle}>
          {text.none}
        </EmptyState>
      )}
    </>
  );
}

function Profile({ profile }: { profile: AgentProfile }) {
  return (
    <div className="columns">
      <ProfileForm profile={profile} />
      <aside className="sheet stack" aria-labelledby="declared">
        <h2 id="declared">{text.facts}</h2>
        <Facts
          items={[
            [text.employer, profile.employerName],
            [text.category, profile.category],
            [text.statut, text.statuts[profile.statut] ?? profile.statut],
          ]}
        />
        <p className="soft small">{text.wrong}</p>
      </aside>
    </div>
  );
}

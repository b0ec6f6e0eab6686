import { useQuery } from '@tanstack/react-query';
import { FileX } from 'lucide-react';
import { api, body } from '../../api/client';
import type { CharterSigner, CharterVersion } from '../../api/types';
import { shortDate } from '../../ui/dates';
import { Decision } from '../../ui/decision';
import { EmptyState, List, Row } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { CharterBody, SignCharter } from './charter';
import { text } from './charter-text';
import { charterQuery, signersQuery } from './queries';

/** What one's organisations have signed, and what they have to sign. */
export function CharterPage() {
  const versions = useQuery(charterQuery);
  const signers = useQuery(signersQuery);
  return (
    <article>
      <PageHeader title={text.title} lead={text.lead} />
      <Loaded query={versions}>
        {({ items, current }) => (
          <div className="stack stack-12">
            <Loaded query={signers}>
              {({ items: organisations }) =>
                organisations.length === 0 ? (
                  <EmptyState icon={FileX} title={text.noneTitle}>
                    {text.none}
                  </EmptyState>
                ) : (
                  organisations.map((signer) => (
                    <Signer
                      key={signer.organisationId}
                      signer={signer}
                      version={items.find(({ code }) => code === current)}
                    />
                  ))
                )
              }
            </Loaded>
            {items.map((version) => (
              <section key={version.code} className="stack">
                <h2>{version.title}</h2>
                <CharterBody version={version} />
              </section>
            ))}
          </div>
        )}
      </Loaded>
    </article>
  );
}

function Signer({ signer, version }: { signer: CharterSigner; version: CharterVersion | undefined }) {
  return (
    <section className="stack">
      <h2>{signer.mustSign ? text.signTitle(signer.organisationName) : text.inForce(signer.organisationName)}</h2>
      {signer.mustSign && version && <SignCharter signer={signer} version={version} />}
      {signer.adhesions.length > 0 && (
        <List label={text.inForce(signer.organisationName)}>
          {signer.adhesions.map(({ id, signatoryName, signatoryFunction, signedAt, hostsCnfptSessions, withdrawnAt }) => (
            <Row
              key={id}
              title={<p>{text.signedBy(signatoryName, signatoryFunction, shortDate(signedAt))}</p>}
              meta={withdrawnAt ? text.wasWithdrawn(shortDate(withdrawnAt)) : hostsCnfptSessions ? text.hostsYes : text.hostsNo}
              actions={
                !withdrawnAt && (
                  <Decision
                    label={text.withdraw}
                    title={text.withdrawTitle}
                    act={() => body(api.POST('/charter/adhesions/{id}/withdraw', { params: { path: { id } } }))}
                    done={text.withdrawn}
                    isDestructive
                  >
                    <p>{text.withdrawEffect}</p>
                  </Decision>
                )
              }
            />
          ))}
        </List>
      )}
    </section>
  );
}

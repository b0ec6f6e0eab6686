import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EmployerChain } from '../../api/types';
import { ComboBox } from '../../ui/combo-box';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { Deputies } from '../team/deputies';
import { ChainForm } from './chain-form';
import { text } from './chain-text';
import { chainsQuery } from './queries';

export function ChainPage() {
  const query = useQuery(chainsQuery);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} crumbs={[{ label: text.requests, to: '/employeur/demandes' }]} />
      <div className="stack stack-12">
        <Loaded query={query}>{({ items }) => <Chains chains={items} />}</Loaded>
        <Deputies />
      </div>
    </>
  );
}

/** One at a time: a centre de gestion may have hundreds. */
function Chains({ chains }: { chains: EmployerChain[] }) {
  const [chosen, setChosen] = useState(chains.find(({ isOwn }) => isOwn)?.organisationId ?? chains[0]?.organisationId);
  const chain = chains.find(({ organisationId }) => organisationId === chosen);
  return (
    <div className="stack stack-6">
      {chains.length > 1 && (
        <ComboBox
          label={text.employer}
          hint={text.employerHint}
          value={chosen}
          onChange={(id) => id && setChosen(id)}
          options={chains.map(({ organisationId, organisationName }) => ({ value: organisationId, label: organisationName }))}
        />
      )}
      {chain && <ChainForm key={chain.organisationId} chain={chain} />}
    </div>
  );
}

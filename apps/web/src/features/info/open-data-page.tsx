import { queryOptions, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { api, body } from '../../api/client';
import type { OpenDataDescription } from '../../api/types';
import { AnchorButton } from '../../ui/button';
import { date, localDate } from '../../ui/dates';
import { Loaded } from '../../ui/loaded';
import { PageHeader } from '../../ui/page-header';
import { Table } from '../../ui/table';
import { openData, openDataLinks } from './text';

const descriptionQuery = queryOptions({
  queryKey: ['open-data'],
  queryFn: () => body(api.GET('/open-data/lieux')),
});

export function OpenDataPage() {
  const query = useQuery(descriptionQuery);
  return (
    <>
      <PageHeader title={openData.title} lead={openData.lead} />
      <div className="stack stack-8 reading">
        <section className="stack">
          <h2>{openData.places}</h2>
          <p>{openData.standard}</p>
          <Loaded query={query}>{(description) => <Files description={description} />}</Loaded>
        </section>
        <section className="stack">
          <h2>{openData.others}</h2>
          <p>{openData.pages}</p>
          <ul>
            {openDataLinks.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function Files({ description: { files, places, published, updatedAt, sources } }: { description: OpenDataDescription }) {
  return (
    <>
      <p>
        {openData.counts(places, published)} {updatedAt && openData.changed(date(updatedAt))}
      </p>
      <div className="cluster">
        {files.map(({ format }) => (
          <AnchorButton key={format} variant="secondary" icon={Download} href={`/api/v1/open-data/lieux.${format}`} download>
            {openData.formats[format]}
          </AnchorButton>
        ))}
      </div>
      <p>{openData.private}</p>
      <p>{openData.formulas}</p>
      <h3>{openData.sources}</h3>
      <p>{openData.licences}</p>
      <Table
        caption={openData.sources}
        columns={[
          { key: 'name', label: openData.source, isHeader: true, cell: (source) => source.name },
          { key: 'places', label: openData.count, isNumber: true, cell: (source) => source.places },
          { key: 'updatedOn', label: openData.updatedOn, cell: (source) => localDate(source.updatedOn) },
        ]}
        rows={sources}
        rowKey={(source) => source.name}
      />
    </>
  );
}

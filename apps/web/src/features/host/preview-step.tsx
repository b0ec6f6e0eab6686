import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Copy, Download, Eye } from 'lucide-react';
import { toString } from 'qrcode';
import type { VenueDetail } from '../../api/types';
import { AnchorButton, Button, LinkButton } from '../../ui/button';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { Publication } from './publication';
import { text } from './place-text';
import { publicationQuery } from './queries';
import { stepOfPointer } from './steps';
import { text as host } from './text';

export function PreviewStep({ venue }: { venue: VenueDetail }) {
  const query = useQuery(publicationQuery(venue.id));
  return (
    <div className="stack stack-8">
      <Loaded query={query}>{({ missing }) => <State venue={venue} missing={missing} />}</Loaded>
      <div className="cluster">
        <Publication venue={venue} />
        <LinkButton to="/lieux/$slug" params={{ slug: venue.slug }} variant="secondary" icon={Eye}>
          {venue.status === 'published' ? host.seePublic : text.preview}
        </LinkButton>
      </div>
      {venue.status === 'published' && <Share slug={venue.slug} />}
    </div>
  );
}

function State({ venue, missing }: { venue: VenueDetail; missing: { pointer: string; detail: string }[] }) {
  if (venue.status === 'published') return <Notice tone="success" title={host.stateOf.published!} />;
  if (missing.length === 0)
    return (
      <Notice tone="success" title={text.readyTitle}>
        {text.ready}
      </Notice>
    );
  return (
    <Notice tone="warning" title={text.missingTitle}>
      <ul>
        {missing.map(({ pointer, detail }) => (
          <li key={pointer}>
            <Link to="/hote/lieux/$id" params={{ id: venue.id }} search={{ etape: stepOfPointer(pointer) }}>
              {detail}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Share({ slug }: { slug: string }) {
  const address = `${window.location.origin}/lieux/${slug}`;
  const qr = useQuery({
    queryKey: ['qr', address],
    staleTime: Infinity,
    queryFn: async () => `data:image/svg+xml,${encodeURIComponent(await toString(address, { type: 'svg', margin: 2 }))}`,
  });
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    say(text.copied);
  };
  return (
    <section className="stack" aria-labelledby="share">
      <h3 id="share">{text.share}</h3>
      <TextField label={text.address} value={address} onChange={() => undefined} />
      <div>
        <Button variant="secondary" icon={Copy} onPress={() => void copy()}>
          {text.copy}
        </Button>
      </div>
      {qr.data && (
        <div className="stack stack-2">
          <p className="label">{text.qr}</p>
          <p className="soft">{text.qrLead}</p>
          <img className="qr" src={qr.data} alt={text.qrAlt} />
          <div>
            <AnchorButton href={qr.data} download={`${slug}.svg`} variant="secondary" icon={Download}>
              {text.download}
            </AnchorButton>
          </div>
        </div>
      )}
    </section>
  );
}

import { Copy } from 'lucide-react';
import { useId } from 'react';
import type { VenueDetail } from '../../api/types';
import { Button } from '../../ui/button';
import { say } from '../../ui/toasts';
import { text } from './text';
import '../../ui/field.css';
import './venues-map.css';

const quoted = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The lines to paste in another site, to show the place there. */
export function ShareCard({ venue }: { venue: VenueDetail }) {
  const field = useId();
  const snippet = `<iframe src="${location.origin}/lieux/${venue.slug}/carte" title="${quoted(text.cardTitle(venue.name))}" width="320" height="360" loading="lazy" style="border:1px solid #7a7365;max-width:100%"></iframe>`;
  const copy = () => void navigator.clipboard.writeText(snippet).then(() => say(text.copied));
  return (
    <section className="stack reading">
      <h2>{text.shareTitle}</h2>
      <p>{text.share}</p>
      <div className="field">
        <label htmlFor={field}>{text.snippet}</label>
        <textarea id={field} className="input snippet" rows={4} readOnly value={snippet} onFocus={({ target }) => target.select()} />
      </div>
      <div className="cluster">
        {'clipboard' in navigator && (
          <Button variant="secondary" icon={Copy} onPress={copy}>
            {text.copy}
          </Button>
        )}
        <a href={`/lieux/${venue.slug}/carte`}>{text.seeCard}</a>
      </div>
    </section>
  );
}

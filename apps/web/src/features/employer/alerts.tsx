import { TriangleAlert } from 'lucide-react';
import type { InboxCard } from '../../api/types';
import { Meta } from '../../ui/meta';
import { text } from './text';

/** What the law asks to weigh, in a few words: the page of the request and the refusal say it whole. */
export const Alerts = ({ alerts }: Pick<InboxCard, 'alerts'>) =>
  alerts.map(({ code }) => (
    <Meta key={code} icon={TriangleAlert}>
      {text.alertsShort[code]}
    </Meta>
  ));

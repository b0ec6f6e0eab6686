import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BellOff, BellRing, CalendarDays, Pencil, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { api, body } from '../../api/client';
import type { SavedSearch } from '../../api/types';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Row } from '../../ui/list';
import { Meta } from '../../ui/meta';
import { Notice } from '../../ui/notice';
import { SecretFeed } from '../calendar/secret-feed';
import { namedFilters } from '../catalogue/active';
import { searchOf } from '../catalogue/api-filters';
import { EditSearch } from './edit-search';
import { savedSearchesQuery } from './queries';
import { text } from './text';
import './searches.css';

export function SearchRow({ search, onRemoved }: { search: SavedSearch; onRemoved: () => void }) {
  const { id, name, rhythm, feedSince, filters, labels } = search;
  const asked = searchOf(filters);
  const communeName = labels.find(({ filter }) => filter === 'near')?.label;
  const [isEditing, setEditing] = useState(false);
  const [showsFeed, setShowsFeed] = useState(false);
  const feed = useId();
  const params = { path: { id } };
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: () => api.DELETE('/saved-searches/{id}', { params }),
    onSuccess: () => {
      onRemoved();
      return queries.invalidateQueries(savedSearchesQuery);
    },
  });
  return (
    <Row
      title={
        <h2>
          <Link to="/formations" search={asked}>
            {name}
          </Link>
        </h2>
      }
    >
      <ul className="tags" aria-label={text.seeks}>
        {namedFilters(asked, communeName).map(({ label }) => (
          <li key={label} className="tag">
            {label}
          </li>
        ))}
      </ul>
      <div className="row-meta">
        <Meta icon={rhythm === 'never' ? BellOff : BellRing}>{text.rhythms[rhythm]}</Meta>
      </div>
      <div className="cluster search-tools">
        <Button variant="quiet" icon={Pencil} aria-label={text.editOf(name)} onPress={() => setEditing(true)}>
          {text.edit}
        </Button>
        <Button variant="quiet" icon={CalendarDays} aria-label={text.calendarOf(name)} aria-expanded={showsFeed} aria-controls={feed} onPress={() => setShowsFeed(!showsFeed)}>
          {text.calendar}
        </Button>
        <Button variant="quiet" icon={Trash2} aria-label={text.removeOf(name)} onPress={() => removing.mutate()} isPending={removing.isPending}>
          {text.remove}
        </Button>
      </div>
      {removing.error && (
        <Notice tone="error" title={text.notRemoved}>
          {removing.error.message}
        </Notice>
      )}
      <div id={feed} hidden={!showsFeed} className="stack reading search-feed">
        <p>{text.calendarLead}</p>
        <SecretFeed
          since={feedSince}
          renew={async () => (await body(api.POST('/saved-searches/{id}/calendar-feed', { params }))).url}
          stop={() => api.DELETE('/saved-searches/{id}/calendar-feed', { params })}
        />
      </div>
      <Dialog title={text.editTitle} isOpen={isEditing} onClose={() => setEditing(false)}>
        <EditSearch search={search} onDone={() => setEditing(false)} />
      </Dialog>
    </Row>
  );
}

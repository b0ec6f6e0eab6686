import { api, body, ifMatch } from '../../api/client';
import { queryClient } from '../../app/query-client';
import type { SavedSearch } from '../../api/types';
import { EditForm } from '../../ui/edit-form';
import { savedSearchesQuery } from './queries';
import { SearchFields } from './search-fields';
import { text } from './text';

const valuesOf = ({ name, rhythm }: SavedSearch) => ({ name, rhythm });

export function EditSearch({ search, onDone }: { search: SavedSearch; onDone: () => void }) {
  const { id } = search;
  const reload = async () => {
    const searches = await queryClient.fetchQuery(savedSearchesQuery);
    return searches.find((one) => one.id === id) ?? search;
  };
  return (
    <EditForm
      loaded={search}
      valuesOf={valuesOf}
      save={(values, { version }) => body(api.PATCH('/saved-searches/{id}', { params: { path: { id }, header: ifMatch(version) }, body: values }))}
      reload={reload}
      label={text.save}
      done={text.edited}
      after={onDone}
    >
      <SearchFields />
    </EditForm>
  );
}

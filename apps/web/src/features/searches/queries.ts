import { queryOptions } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import { nameValues } from '../catalogue/facets';

export const savedSearchesQuery = queryOptions({
  queryKey: ['saved-searches'],
  queryFn: async () => {
    const { items } = await body(api.GET('/saved-searches'));
    nameValues(items.flatMap(({ labels }) => labels));
    return items;
  },
});

export const unsubscriptionQuery = (token: string) =>
  queryOptions({
    queryKey: ['unsubscription', token],
    retry: false,
    queryFn: () => body(api.GET('/unsubscriptions/{token}', { params: { path: { token } } })),
  });

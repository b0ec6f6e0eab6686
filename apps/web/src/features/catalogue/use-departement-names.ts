import { useQuery } from '@tanstack/react-query';
import { departementsQuery } from '../reference/queries';
import { nameValues } from './facets';

/** Facets name the départements that leave courses; those chosen may leave none. */
export function useDepartementNames(chosen: string[] | undefined): void {
  const { data } = useQuery({ ...departementsQuery, enabled: chosen !== undefined });
  nameValues((data?.items ?? []).map(({ code, name }) => ({ filter: 'departement', value: code, label: name })));
}

import { queryOptions, useQuery } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { api, body } from '../api/client';
import { ApiProblem } from '../api/problem';
import type { Me, Role } from '../api/types';
import { queryClient } from './query-client';

export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 5 * 60_000,
  queryFn: async (): Promise<Me | null> => {
    try {
      return await body(api.GET('/auth/me'));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
});

/** The signed-in person, `null` for a visitor, `undefined` while we do not know. */
export const useMe = (): Me | null | undefined => useQuery(meQuery).data;

export const hasRole = (me: Me | null | undefined, ...roles: Role[]): boolean =>
  Boolean(me?.memberships.some((membership) => roles.includes(membership.role)));

/** `beforeLoad` of every route that needs a signed-in person. */
export async function requireSignIn({ location }: { location: { href: string } }): Promise<void> {
  const me = await queryClient.ensureQueryData(meQuery);
  if (!me) throw redirect({ to: '/connexion', search: { retour: location.href } });
}

export async function signOut(): Promise<void> {
  await api.POST('/auth/sign-out');
  queryClient.clear();
  queryClient.setQueryData(meQuery.queryKey, null);
}

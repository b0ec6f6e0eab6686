import { hasRole, useMe } from '../../app/me';
import { text } from './text';

/** The list one comes from: one’s own places, or all of them for an administrator who tends none. */
export function usePlacesCrumb(): { label: string; to: string } {
  const me = useMe();
  return hasRole(me, 'administrator') && !hasRole(me, 'venue_host')
    ? { label: text.everyPlace, to: '/gestion/lieux/tous' }
    : { label: text.places, to: '/hote/lieux' };
}

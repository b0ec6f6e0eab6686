import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MapPin } from 'lucide-react';
import { List, Row } from '../../ui/list';
import { Meta } from '../../ui/meta';
import { Notice } from '../../ui/notice';
import { useSettled } from '../reference/use-settled';
import { Claim } from './claim';
import { lookAlikesQuery } from './queries';
import { text } from './text';

const SHOWN = 3;

/** Places of the directory that bear this name, or one like it in the same commune: nobody makes the same one twice. */
export function LookAlikes({ name, communeCode }: { name: string; communeCode: string }) {
  const { data } = useQuery(lookAlikesQuery(useSettled(name.trim()), communeCode));
  const places = data?.items.slice(0, SHOWN) ?? [];
  return (
    <div role="status">
      {places.length > 0 && (
        <Notice tone="warning" title={text.mayExist}>
          <List label={text.mayExist}>
            {places.map((place) => (
              <Row
                key={place.id}
                title={
                  <Link to="/lieux/$slug" params={{ slug: place.slug }} target="_blank" aria-label={text.openPlace(place.name)}>
                    {place.name}
                  </Link>
                }
                meta={<Meta icon={MapPin}>{text.where(place.postalCode, place.communeName)}</Meta>}
                actions={<Claim place={place} />}
              />
            ))}
          </List>
        </Notice>
      )}
    </div>
  );
}

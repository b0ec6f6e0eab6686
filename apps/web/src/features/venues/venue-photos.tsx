import { useQuery } from '@tanstack/react-query';
import { photosQuery } from './queries';
import { text } from './text';
import './venue-photos.css';

/** The photos of a place, the small ones first to those who read on a small screen. */
export function VenuePhotos({ venueId }: { venueId: string }) {
  const photos = useQuery(photosQuery(venueId)).data?.items ?? [];
  if (photos.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="photos">
      <h2 id="photos">{text.photosTitle}</h2>
      <ul className="venue-photos">
        {photos.map(({ id, path, alt, width, height }) => (
          <li key={id}>
            <picture>
              <source
                type="image/webp"
                srcSet={`${path}-480.webp 480w, ${path}-960.webp 960w, ${path}-1600.webp 1600w`}
                sizes="(min-width: 60rem) 24rem, 100vw"
              />
              <img src={`${path}-960.jpg`} alt={alt} width={width} height={height} loading="lazy" />
            </picture>
          </li>
        ))}
      </ul>
    </section>
  );
}

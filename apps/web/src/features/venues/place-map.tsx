import { useEffect, useRef } from 'react';
import { DirectoryMap } from './directory-map';
import { text } from './text';
import './venues-map.css';

/** Where one place is; its address says as much. */
export function PlaceMap({ name, latitude, longitude }: { name: string; latitude: number; longitude: number }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const map = new DirectoryMap(place.current!, { onMove: () => undefined, onSelect: () => undefined, onOpen: () => undefined });
    map.frame([{ latitude, longitude }]);
    map.highlight({ latitude, longitude });
    return () => map.remove();
  }, [latitude, longitude]);
  return (
    <section aria-label={text.plan.of(name)}>
      <div ref={place} className="map map-small" />
    </section>
  );
}

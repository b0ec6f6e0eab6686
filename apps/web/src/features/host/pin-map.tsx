import { useEffect, useRef } from 'react';
import { DirectoryMap } from '../venues/directory-map';
import { text } from './place-text';
import '../venues/venues-map.css';

interface Position {
  latitude: number;
  longitude: number;
}

/** Shows where the place is, and moves it where one presses; the two fields beside it do the same by keyboard. */
export function PinMap({ at, onPick }: { at: Position | undefined; onPick: (at: Position) => void }) {
  const place = useRef<HTMLDivElement>(null);
  const map = useRef<DirectoryMap>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    const made = new DirectoryMap(place.current!, {
      onMove: () => undefined, onSelect: () => undefined, onOpen: () => undefined, onPick: (point) => pick.current(point),
    });
    map.current = made;
    made.frame(at ? [at] : []);
    return () => made.remove();
  }, []);
  useEffect(() => {
    map.current?.highlight(at);
    if (at) map.current?.reveal(at);
  }, [at?.latitude, at?.longitude]);
  return (
    <section aria-label={text.pinMap}>
      <div ref={place} className="map map-small" />
    </section>
  );
}

import { LocateFixed } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { VenueDetail } from '../../api/types';
import { Button } from '../../ui/button';
import { Field } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { TextField } from '../../ui/text-field';
import { degreesOf, isDegrees } from './degrees';
import { text } from './place-text';

/** Leaflet is only fetched by who comes to this step. */
const PinMap = lazy(() => import('./pin-map').then(({ PinMap: component }) => ({ default: component })));

interface Values {
  latitude: string;
  longitude: string;
}

/** Where the place is: two fields, a map that fills them, or the position of who is there now. */
export function PositionFields({ venue }: { venue: VenueDetail }) {
  const { setValue } = useFormContext<Values>();
  const [isRefused, setRefused] = useState(false);
  const [latitude, longitude] = useWatch<Values, ['latitude', 'longitude']>({ name: ['latitude', 'longitude'] }).map(degreesOf);
  const at = latitude != null && longitude != null && isDegrees(90)(latitude) && isDegrees(180)(longitude) ? { latitude, longitude } : undefined;
  const set = (point: { latitude: number; longitude: number }) => {
    setRefused(false);
    setValue('latitude', point.latitude.toFixed(5), { shouldDirty: true, shouldValidate: true });
    setValue('longitude', point.longitude.toFixed(5), { shouldDirty: true, shouldValidate: true });
  };
  const locate = () => {
    if (!('geolocation' in navigator)) return setRefused(true);
    navigator.geolocation.getCurrentPosition(({ coords }) => set(coords), () => setRefused(true), { timeout: 10_000, enableHighAccuracy: true });
  };
  const validate = (limit: number) => (typed: string) => (typed.trim() === '' || isDegrees(limit)(degreesOf(typed)) ? undefined : text.degrees(limit));
  return (
    <fieldset className="stack">
      <legend className="label">{text.position}</legend>
      <p className="hint">{text.positionHint}</p>
      <Suspense fallback={<div className="map map-small" />}>
        <PinMap at={at} onPick={set} />
      </Suspense>
      <div>
        <Button variant="secondary" icon={LocateFixed} onPress={locate}>
          {text.iAmThere}
        </Button>
      </div>
      <div role="status">{isRefused && <Notice title={text.positionRefused} />}</div>
      <div className="form-row">
        <Field name="latitude" validate={validate(90)}>
          {(f) => <TextField label={text.latitude} hint={text.latitudeHint} maxLength={20} {...f} />}
        </Field>
        <Field name="longitude" validate={validate(180)}>
          {(f) => <TextField label={text.longitude} hint={text.longitudeHint} maxLength={20} {...f} />}
        </Field>
      </div>
      {venue.latitude === null && <p className="hint">{text.noPosition}</p>}
    </fieldset>
  );
}

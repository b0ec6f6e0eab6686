import { useRef, useState } from 'react';
import { LocateFixed } from 'lucide-react';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Select } from '../../ui/select';
import { CommuneField } from './commune-field';
import { text } from './text';

/** Around what: the position of the browser, or a commune. */
interface Near {
  lat?: string;
  lon?: string;
  /** INSEE code. */
  pres?: string;
}

interface AroundProps<R extends string> {
  near: Near;
  /** Kilometres; an empty value is no limit. */
  radius: R;
  radii: readonly R[];
  onMove: (near: Near) => void;
  onRadius: (radius: R) => void;
}

/** Three decimals are about a hundred metres: enough to sort places, and no one's doorstep. */
const rounded = (degrees: number) => String(Number(degrees.toFixed(3)));

/** Around me, when the browser gives a position on demand, or around a commune. */
export function Around<R extends string>({ near, radius, radii, onMove, onRadius }: AroundProps<R>) {
  const [state, setState] = useState<'asking' | 'refused'>();
  const commune = useRef<HTMLDivElement>(null);
  const isHere = Boolean(near.lat && near.lon && !near.pres);
  const refuse = () => {
    setState('refused');
    commune.current?.querySelector('input')?.focus();
  };
  const locate = () => {
    if (!('geolocation' in navigator)) return refuse();
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState(undefined);
        onMove({ lat: rounded(coords.latitude), lon: rounded(coords.longitude), pres: undefined });
      },
      refuse,
      { timeout: 10_000, maximumAge: 300_000 },
    );
  };
  return (
    <div className="stack stack-2">
      <div ref={commune}>
        <CommuneField
          key={isHere ? 'here' : 'commune'}
          label={text.aroundCommune}
          value={near.pres}
          onChange={(pres) => onMove({ pres: pres || undefined, lat: undefined, lon: undefined })}
        />
      </div>
      <div className="cluster">
        <Button variant="secondary" icon={LocateFixed} isPending={state === 'asking'} onPress={locate}>
          {text.aroundMe}
        </Button>
        {isHere && (
          <Button variant="quiet" onPress={() => onMove({ lat: undefined, lon: undefined })}>
            {text.forgetPosition}
          </Button>
        )}
      </div>
      <div role="status">
        {state === 'refused' && (
          <Notice tone="info" title={text.positionRefused}>
            {text.positionFallback}
          </Notice>
        )}
        {isHere && <p className="small">{text.positionKnown}</p>}
      </div>
      {(isHere || near.pres) && (
        <Select
          label={text.radius}
          options={radii.map((value) => ({ value, label: value ? text.kilometres(value) : text.anyDistance }))}
          value={radius}
          onChange={onRadius}
        />
      )}
    </div>
  );
}

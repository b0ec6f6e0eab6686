import { useState } from 'react';
import type { Opening, VenueDetail } from '../../api/types';
import { Button } from '../../ui/button';
import { Field } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { openingHours } from '../venues/opening-hours';
import { Closures } from './closures';
import { emptyWeek, unfinished } from './hours';
import { HoursField } from './hours-field';
import { text } from './hours-text';
import { StepForm } from './step-form';

const valuesOf = ({ opening }: VenueDetail) => ({ opening: opening ?? emptyWeek() });
type Values = ReturnType<typeof valuesOf>;
const inputOf = ({ opening }: Values) => ({ opening: opening.days.some((day) => day.length > 0) ? opening : null });

export function WhenStep({ venue }: { venue: VenueDetail }) {
  const [isReplacing, setReplacing] = useState(false);
  const kept = !isReplacing && venue.opening === null ? venue.openingHours : null;
  return (
    <div className="stack stack-12">
      {kept ? (
        <Notice
          title={text.irregularTitle}
          actions={
            <Button variant="secondary" onPress={() => setReplacing(true)}>
              {text.replace}
            </Button>
          }
        >
          {text.irregular(openingHours(kept))}
        </Notice>
      ) : (
        <StepForm venue={venue} step="quand" valuesOf={valuesOf} inputOf={inputOf}>
          <Field<Opening> name="opening" validate={unfinished}>
            {({ value, onChange, error }) => <HoursField value={value} onChange={onChange} error={error} />}
          </Field>
        </StepForm>
      )}
      <Closures venueId={venue.id} />
    </div>
  );
}

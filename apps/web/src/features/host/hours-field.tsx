import { Copy, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { get, useFormContext } from 'react-hook-form';
import type { Opening } from '../../api/types';
import { Button } from '../../ui/button';
import { Checkbox, CheckboxGroup, RadioGroup } from '../../ui/choice';
import { TimeField } from '../../ui/date-field';
import { Dialog } from '../../ui/dialog';
import { FormActions } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { say } from '../../ui/toasts';
import { copied, DAYS, MOST_RANGES, proposed, shownEnd, typedEnd, withDay, type Range } from './hours';
import { text } from './hours-text';
import './hours.css';

interface HoursFieldProps {
  value: Opening;
  onChange: (week: Opening) => void;
  error?: string;
}

/** A week of opening hours, day by day, without any notation to learn. */
export function HoursField({ value: week, onChange, error }: HoursFieldProps) {
  return (
    <div className="stack stack-6">
      {error && <Notice tone="error" title={error} />}
      {DAYS.map((name, day) => (
        <Day
          key={name}
          name={name}
          path={`opening.days.${day}`}
          ranges={week.days[day] ?? []}
          onChange={(ranges) => onChange(withDay(week, day, ranges))}
          copy={<CopyDay week={week} day={day} onChange={onChange} />}
        />
      ))}
      <Holidays week={week} onChange={onChange} />
    </div>
  );
}

interface DayProps {
  name: string;
  path: string;
  ranges: Range[];
  onChange: (ranges: Range[]) => void;
  copy: React.ReactNode;
}

function Day({ name, path, ranges, onChange, copy }: DayProps) {
  const isOpen = ranges.length > 0;
  return (
    <fieldset className="day-hours">
      <legend className="visually-hidden">{name}</legend>
      <Checkbox label={text.open(name)} value={isOpen} onChange={(open) => onChange(open ? [proposed([])] : [])} />
      {isOpen && (
        <>
          <Ranges name={name} path={path} ranges={ranges} onChange={onChange} />
          <div className="cluster">
            <AddRange name={name} ranges={ranges} onChange={onChange} />
            {copy}
          </div>
        </>
      )}
    </fieldset>
  );
}

function AddRange({ name, ranges, onChange }: Pick<DayProps, 'name' | 'ranges' | 'onChange'>) {
  if (ranges.length >= MOST_RANGES) return null;
  return (
    <Button variant="quiet" icon={Plus} aria-label={text.addOf(name)} onPress={() => onChange([...ranges, proposed(ranges)])}>
      {text.add}
    </Button>
  );
}

function Ranges({ name, path, ranges, onChange }: Omit<DayProps, 'copy'>) {
  const { errors } = useFormContext().formState;
  const wrong = (at: string): string | undefined => (get(errors, at) as { message?: string } | undefined)?.message;
  const change = (index: number, part: Partial<Range>) =>
    onChange(ranges.map((range, at) => (at === index ? { ...range, ...part } : range)));
  return (
    <div className="stack stack-2">
      {ranges.map((range, index) => (
        <div key={index} className="range" role="group" aria-label={text.range(name, index + 1)}>
          <TimeField label={text.from} value={range.from} onChange={(from) => change(index, { from })} />
          <TimeField
            label={text.to}
            value={shownEnd(range.to)}
            onChange={(to) => change(index, { to: typedEnd(to) })}
            error={wrong(`${path}.${index}`)}
          />
          <Button
            variant="quiet"
            icon={Trash2}
            aria-label={text.removeOf(name, index + 1)}
            onPress={() => onChange(ranges.filter((_, at) => at !== index))}
          >
            <span className="visually-hidden">{text.remove}</span>
          </Button>
        </div>
      ))}
      {wrong(path) && <p className="field-error">{wrong(path)}</p>}
    </div>
  );
}

function CopyDay({ week, day, onChange }: { week: Opening; day: number; onChange: (week: Opening) => void }) {
  const [isShown, setShown] = useState(false);
  const weekdays = [0, 1, 2, 3, 4].filter((other) => other !== day).map(String);
  const [to, setTo] = useState(weekdays);
  const name = DAYS[day]!;
  const apply = () => {
    onChange(copied(week, day, to.map(Number)));
    setShown(false);
    say(text.copied(name, to.length));
  };
  return (
    <>
      <Button variant="quiet" icon={Copy} aria-label={text.copyFrom(name)} onPress={() => setShown(true)}>
        {text.copy}
      </Button>
      <Dialog title={text.copyOf(name)} isOpen={isShown} onClose={() => setShown(false)}>
        <div className="stack">
          <CheckboxGroup
            label={text.copyTo}
            options={DAYS.flatMap((label, index) => (index === day ? [] : [{ value: String(index), label }]))}
            value={to}
            onChange={setTo}
          />
          <FormActions>
            <Button onPress={apply} isDisabled={to.length === 0}>
              {text.copyApply}
            </Button>
          </FormActions>
        </div>
      </Dialog>
    </>
  );
}

function Holidays({ week, onChange }: { week: Opening; onChange: (week: Opening) => void }) {
  const { holidays } = week;
  const own = Array.isArray(holidays);
  const set = (next: Opening['holidays']) => onChange({ ...week, holidays: next });
  return (
    <fieldset className="day-hours">
      <legend className="visually-hidden">{text.holidays}</legend>
      <RadioGroup
        label={text.holidays}
        options={[
          { value: 'closed', label: text.closed },
          { value: 'usual', label: text.usual },
          { value: 'own', label: text.own },
        ]}
        value={own ? 'own' : holidays}
        onChange={(choice) => set(choice === 'own' ? [proposed([])] : (choice as 'closed' | 'usual'))}
      />
      {own && (
        <>
          <Ranges name={text.holidays} path="opening.holidays" ranges={holidays} onChange={set} />
          <AddRange name={text.holidays} ranges={holidays} onChange={set} />
        </>
      )}
    </fieldset>
  );
}

import { isLocalTime } from '@app/platform';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import type { HolidayHours, Hours } from './opening.rules';

const MAX_PER_DAY = 6;

/** `HH:MM` to `HH:MM` on the clock of the place; `24:00` ends a day; an end not after the start is on the next day. */
export class OpeningHoursOfDay implements Hours {
  from: string;
  to: string;
}

const aDay = { type: 'array', maxItems: MAX_PER_DAY, items: { $ref: getSchemaPath(OpeningHoursOfDay) } } as const;

@ApiExtraModels(OpeningHoursOfDay)
export class OpeningWeekView {
  /** Seven days, Monday first; none means closed. */
  @ApiProperty({ type: 'array', minItems: 7, maxItems: 7, items: aDay })
  days: OpeningHoursOfDay[][];
  /** As on other days, closed, or hours of their own. */
  @ApiProperty({ oneOf: [{ type: 'string', enum: ['usual', 'closed'] }, aDay] })
  holidays: HolidayHours;
}

const isHours = (value: unknown): boolean => {
  const { from, to, ...others } = Object(value) as Record<string, unknown>;
  return isLocalTime(from) && (isLocalTime(to) || to === '24:00') && from !== to && !Object.keys(others).length;
};
const isDay = (value: unknown): boolean => Array.isArray(value) && value.length <= MAX_PER_DAY && value.every(isHours);

/** The shape of {@link OpeningWeekView}; whether its hours follow one another is a rule of its own. */
export const IsOpeningWeek = () =>
  ValidateBy(
    {
      name: 'isOpeningWeek',
      validator: {
        validate: (value: unknown) => {
          const { days, holidays, ...others } = Object(value) as Record<string, unknown>;
          return (
            Array.isArray(days) &&
            days.length === 7 &&
            days.every(isDay) &&
            (holidays === 'usual' || holidays === 'closed' || isDay(holidays)) &&
            !Object.keys(others).length
          );
        },
      },
    },
    { message: `Indiquez sept jours, de lundi à dimanche, de ${MAX_PER_DAY} horaires au plus chacun (de 00:00 à 24:00).` },
  );

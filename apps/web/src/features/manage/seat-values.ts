import { CalendarDateTime, parseDate, toZoned } from '@internationalized/date';
import type { paths, SeatRules, SeatShare } from '../../api/types';

export interface ShareValues {
  organisationId: string;
  name: string;
  used: number;
  reserved: number;
  /** The last day, in the zone of the session. */
  releaseAt: string;
  /** 0: as many as there are. */
  atMost: number;
}
export interface SeatValues {
  shares: ShareValues[];
}
type SharesInput = NonNullable<paths['/sessions/{id}/seat-rules']['put']['requestBody']>['content']['application/json'];

export const newShare: ShareValues = { organisationId: '', name: '', used: 0, reserved: 1, releaseAt: '', atMost: 0 };

const dayIn = (at: string, timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at));

export const seatValuesOf = ({ shares }: SeatRules, timeZone: string): SeatValues => ({
  shares: shares.map(({ organisationId, organisationName, used, reserved, releaseAt, atMost }: SeatShare) => ({
    organisationId, name: organisationName, used, reserved, releaseAt: releaseAt ? dayIn(releaseAt, timeZone) : '', atMost: atMost ?? 0,
  })),
});

/** The whole of the last day counts. */
function endOf(day: string, timeZone: string): string {
  const { year, month, day: date } = parseDate(day);
  return toZoned(new CalendarDateTime(year, month, date, 23, 59), timeZone).toAbsoluteString();
}

export const sharesOf = ({ shares }: SeatValues, timeZone: string): SharesInput => ({
  shares: shares.map(({ organisationId, reserved, releaseAt, atMost }) => ({
    organisationId, reserved, releaseAt: reserved > 0 && releaseAt ? endOf(releaseAt, timeZone) : null, atMost: atMost || null,
  })),
});

import { ClosureView, HolidayView } from '../closure/closure.dto';

export class VenueOpening {
  timeZone: string;
  /** Null when nobody knows its hours, or when they are not the same every week. */
  isOpen: boolean | null;
  /** When it closes if it is open, else when it opens; null when nothing changes within a fortnight. */
  changesAt: Date | null;
  closures: ClosureView[];
  /** The next public holidays of its territory. */
  holidays: HolidayView[];
}

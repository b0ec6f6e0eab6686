import { IsCleanText, IsLocalDate } from '@app/platform';

export class CreateClosure {
  /** First and last day, on the clock of the place. */
  @IsLocalDate() from: string;
  @IsLocalDate() until: string;
  /** Shown to everyone: « congés d’été », « travaux ». */
  @IsCleanText({ min: 2, max: 120 }) reason: string;
}

export class ClosureView {
  id: string;
  from: string;
  until: string;
  reason: string;
}

/** A public holiday of the territory of the place. */
export class HolidayView {
  date: string;
  name: string;
}

export class Closures {
  /** Those that are not over. */
  items: ClosureView[];
  /** The public holidays of the coming twelve months. */
  holidays: HolidayView[];
}

/** The secret address of a calendar, as its owner sees it. */
export class CalendarFeedView {
  /** Since when the address in force is; null when there is none. */
  createdAt: Date | null;
  /** Told once, when it is drawn: it is not kept. */
  url: string | null;
}

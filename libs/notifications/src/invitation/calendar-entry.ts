import { type Invitation, invitationText, type MailCalendar } from '@app/platform';

/** What a mail writes in a calendar, as it is kept with the message: whose address it goes to is known when it leaves. */
export type CalendarEntry = Omit<Invitation, 'organizer' | 'attendee' | 'writtenAt' | 'times'> & {
  /** Instants as ISO 8601. */
  writtenAt: string;
  times: readonly { from: string; to: string }[];
};

export const drawEntry = ({ writtenAt, times, ...entry }: CalendarEntry, parties: Pick<Invitation, 'organizer' | 'attendee'>): MailCalendar => ({
  method: entry.method,
  text: invitationText({ ...entry, ...parties, writtenAt: new Date(writtenAt), times: times.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })) }),
});

/** Something Relais told the person who asks. */
export class MessageView {
  id: string;
  template: string;
  subject: string;
  /** Plain paragraphs, separated by an empty line. */
  body: string;
  linkLabel: string | null;
  linkPath: string | null;
  createdAt: Date;
  /** Its e-mail, to be sent, sent or given up; its letter, to be printed or printed; or kept in the application. */
  delivery: 'waiting' | 'sent' | 'failed' | 'to_print' | 'printed' | 'kept';
  sentAt: Date | null;
  attempts: number;
  /** Why the last try failed. */
  error: string | null;
}

export class MessagePage {
  items: MessageView[];
  nextCursor: string | null;
}

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
  /** The e-mail: to be sent, sent, or given up. */
  delivery: 'waiting' | 'sent' | 'failed';
  sentAt: Date | null;
  attempts: number;
  /** Why the last try failed. */
  error: string | null;
}

export class MessagePage {
  items: MessageView[];
  nextCursor: string | null;
}

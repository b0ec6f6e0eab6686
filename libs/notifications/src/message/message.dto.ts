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
  /** By e-mail: not meant to, to be sent, sent, or given up. */
  delivery: 'notice' | 'waiting' | 'sent' | 'failed';
  sentAt: Date | null;
  attempts: number;
}

export class MessagePage {
  items: MessageView[];
  nextCursor: string | null;
}

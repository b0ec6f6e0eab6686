import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { createTransport, SendMailOptions, Transporter } from 'nodemailer';
import { Config } from '../config/config';

/** A calendar (RFC 5545) that mail programs apply by themselves; also attached, for those that do not. */
export interface MailCalendar {
  method: 'REQUEST' | 'CANCEL';
  text: string;
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** The same id for the same message, whenever it is tried again. */
  messageId: string;
  /** Address that stops these mails with one press in the mail program (RFC 8058). */
  oneClickStop?: string;
  /** What it writes in the calendar of who reads it. */
  calendar?: MailCalendar;
  attachments?: { filename: string; content: Buffer; contentType: string }[];
}

export abstract class Mailer {
  abstract send(mail: Mail): Promise<void>;
}

const message = (from: string, { messageId, oneClickStop, calendar, ...mail }: Mail): SendMailOptions => ({
  from,
  ...mail,
  messageId: `<${messageId}@relais>`,
  ...(calendar && { icalEvent: { method: calendar.method, content: calendar.text, filename: 'convocation.ics' } }),
  ...(oneClickStop && { headers: { 'List-Unsubscribe': `<${oneClickStop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } }),
});

/** Sends by SMTP, or writes one `.eml` file per message in a folder (`file:`), for a demonstration or a rehearsal. */
@Injectable()
export class ConfiguredMailer extends Mailer {
  private readonly smtp: Transporter;
  private readonly folder?: string;

  constructor(private readonly config: Config) {
    super();
    if (config.MAIL_URL.startsWith('file:')) this.folder = resolve(config.MAIL_URL.replace(/^file:(\/\/)?/, ''));
    this.smtp = this.folder
      ? createTransport({ streamTransport: true, buffer: true })
      : createTransport({ url: config.MAIL_URL, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000 });
  }

  async send(mail: Mail): Promise<void> {
    const sent: unknown = await this.smtp.sendMail(message(this.config.MAIL_FROM, mail));
    if (!this.folder) return;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${mail.messageId}.eml`);
    await writeFile(`${path}.part`, (sent as { message: Buffer }).message, { mode: 0o600 });
    await rename(`${path}.part`, path);
  }
}

import type { AddressInfo } from 'node:net';
import { ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Mailbox {
  /** For `MAIL_URL`. */
  url: string;
  /** What was received at the address, the latest last. */
  at: (address: string) => ParsedMail[];
  close: () => Promise<void>;
}

/** A real mail server on loopback: what it receives is what people would read. */
export async function openMailbox(): Promise<Mailbox> {
  const received: { to: string[]; mail: ParsedMail }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      void simpleParser(stream).then((mail) => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
        done();
      }, done);
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    at: (address) => received.filter(({ to }) => to.includes(address)).map(({ mail }) => mail),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

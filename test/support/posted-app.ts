import type { AddressInfo } from 'node:net';
import { Clock, Handlers, type JobName, JobQueue } from '@app/platform';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { type TestApp, testApp } from './app';

/** A clock moved by hand. */
class HandClock extends Clock {
  /** In minutes. */
  ahead = 0;
  override now(): Date {
    return new Date(super.now().getTime() + this.ahead * 60_000);
  }
}

/** A mail server that keeps what it accepts, and refuses when told to. */
class PostOffice {
  readonly mails: ParsedMail[] = [];
  /** Every mail, or those to these addresses. */
  refusal: { code: number; to?: string[] } | null = null;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, { envelope }, done) => {
      simpleParser(stream).then((mail) => {
        const { refusal } = this;
        if (refusal && (!refusal.to || envelope.rcptTo.some(({ address }) => refusal.to!.includes(address))))
          return done(Object.assign(new Error('refused'), { responseCode: refusal.code }));
        this.mails.push(mail);
        done();
      }, done);
    },
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }
  /** What was received at the address, the latest last. */
  to = (address: string): ParsedMail[] => this.mails.filter(({ to }) => (Array.isArray(to) ? to : [to]).some((one) => one?.text === address));
  close = () => new Promise<void>((resolve) => this.server.close(resolve));
}

export interface PostedApp {
  t: TestApp;
  office: PostOffice;
  clock: HandClock;
  run: (name: JobName, payload?: unknown) => Promise<unknown>;
  /** Handles every fact, then sends every mail that is due. */
  deliver: () => Promise<void>;
  /** As Redis does when it is emptied. */
  loseQueue: () => void;
  close: () => Promise<void>;
}

/** The application with a real mail server, and its queue and its clock in the hands of the test. */
export async function postedApp(settings: Record<string, string> = {}): Promise<PostedApp> {
  const office = new PostOffice();
  const clock = new HandClock();
  let queued: [JobName, unknown][] = [];
  const queue = { add: (name: JobName, payload: unknown) => Promise.resolve(void queued.push([name, payload])), onApplicationShutdown: () => undefined };
  const t = await testApp({
    env: { MAIL_URL: await office.open(), ...settings },
    override: (builder) => builder.overrideProvider(Clock).useValue(clock).overrideProvider(JobQueue).useValue(queue),
  });
  const run = async (name: JobName, payload: unknown = {}) => t.app.get(Handlers).jobs.get(name)!(payload);
  const deliver = async () => {
    await t.settle();
    await run('mail.sweep');
    for (const [name, payload] of queued.splice(0)) await run(name, payload);
  };
  const close = async () => {
    await office.close();
    await t.close();
  };
  return { t, office, clock, run, deliver, loseQueue: () => (queued = []), close };
}

import type { Browser } from 'playwright-core';
import { Mailbox, openMailbox } from '../support/mailbox';
import { Stack, startStack } from '../support/stack';
import { openBrowser } from './browser';

interface Opened {
  stack: Stack;
  browser: Browser;
  mailbox: Mailbox;
}

/** Relais, a browser and a mailbox for the journeys of one file: there once its first one begins. */
export function opened(): Opened {
  const open = {} as Opened;
  beforeAll(async () => {
    open.mailbox = await openMailbox();
    [open.stack, open.browser] = await Promise.all([startStack({ MAIL_URL: open.mailbox.url }), openBrowser()]);
  }, 300_000);
  afterAll(async () => {
    await open.browser?.close();
    await open.stack?.stop();
    await open.mailbox?.close();
  }, 120_000);
  return open;
}

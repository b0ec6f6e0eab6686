import '@app/platform';

declare module '@app/platform' {
  interface Events {
    /** A person has another e-mail address, or the same one works again. */
    'identity.email_corrected': { personId: string };
  }
}

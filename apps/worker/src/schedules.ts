import type { Schedule } from '@app/platform';

const SECOND = 1_000;

/** Everything that happens by itself, and how often. */
export const schedules: Schedule[] = [
  { job: 'platform.chain_audit', everyMs: 5 * SECOND },
  { job: 'platform.requeue_outbox', everyMs: 30 * SECOND },
  { job: 'platform.prune', everyMs: 3_600 * SECOND },
  { job: 'venues.read_imports', everyMs: 2 * SECOND },
  { job: 'venues.forget_imports', everyMs: 86_400 * SECOND },
  { job: 'venues.expire_bookings', everyMs: 300 * SECOND },
  { job: 'venues.remind_hosts', everyMs: 600 * SECOND },
  { job: 'venues.lapse_claims', everyMs: 3_600 * SECOND },
  { job: 'venues.forget_claims', everyMs: 86_400 * SECOND },
  { job: 'venues.sweep_photos', everyMs: 3_600 * SECOND },
  { job: 'venues.condense_changes', everyMs: 3_600 * SECOND },
  { job: 'identity.purge_sessions', everyMs: 3_600 * SECOND },
  { job: 'netpublic.sweep', everyMs: 5 * SECOND },
  { job: 'netpublic.reconcile', everyMs: 86_400 * SECOND },
  { job: 'mail.sweep', everyMs: 5 * SECOND },
  { job: 'notifications.write_digests', everyMs: 600 * SECOND },
  { job: 'notifications.remind', everyMs: 900 * SECOND },
  { job: 'training.refresh_audiences', everyMs: 900 * SECOND },
  { job: 'training.remind_minimum', everyMs: 600 * SECOND },
  { job: 'training.lapse_offers', everyMs: 30 * SECOND },
  { job: 'training.release_shares', everyMs: 60 * SECOND },
  { job: 'training.convoke', everyMs: 300 * SECOND },
  { job: 'training.remind_due', everyMs: 600 * SECOND },
  { job: 'training.pass_over_silence', everyMs: 300 * SECOND },
  { job: 'training.write_digests', everyMs: 900 * SECOND },
  { job: 'training.forget_news', everyMs: 86_400 * SECOND },
  { job: 'training.count_words', everyMs: 86_400 * SECOND },
  { job: 'training.draw_attestations', everyMs: 10 * SECOND },
];

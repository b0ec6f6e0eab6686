declare module '@app/platform' {
  interface Events {
    /** A room is held, its host has to answer. */
    'venues.booking_requested': { bookingId: string };
    'venues.booking_confirmed': { bookingId: string };
    'venues.booking_refused': { bookingId: string };
    'venues.booking_cancelled': { bookingId: string };
    /** Its host had not answered in time. */
    'venues.booking_expired': { bookingId: string };
    /** To another time or another room of the place, by this person. */
    'venues.booking_moved': { bookingId: string; by: string };
    /** Its host should answer soon. */
    'venues.answer_due': { demandId: string };
    /** The place, its claimant and administrators are to be told. */
    'venues.claim_asked': { claimId: string };
    'venues.claim_granted': { claimId: string };
    'venues.claim_refused': { claimId: string };
    /** Nobody answered in time, or another organisation holds the place. */
    'venues.claim_lapsed': { claimId: string };
    'venues.venue_published': { venueId: string };
    /** A place was made one with another, which has its rooms from now on. */
    'venues.venues_merged': { keptId: string; mergedId: string };
    /** The same, undone. */
    'venues.venues_parted': { keptId: string; mergedId: string };
    'venues.venue_withdrawn': { venueId: string };
  }
  interface Jobs {
    'venues.expire_bookings': Record<string, never>;
    'venues.read_imports': Record<string, never>;
    'venues.forget_imports': Record<string, never>;
    'venues.remind_hosts': Record<string, never>;
    'venues.lapse_claims': Record<string, never>;
    'venues.forget_claims': Record<string, never>;
    'venues.sweep_photos': Record<string, never>;
    /** Sums up the log of changes that dates the open data. */
    'venues.condense_changes': Record<string, never>;
  }
}

export {};

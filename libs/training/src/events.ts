import '@app/platform';

type CourseFact = { courseId: string };
type SessionFact = { sessionId: string };
type EnrolmentFact = { enrolmentId: string };

declare module '@app/platform' {
  interface Events {
    'training.course_published': CourseFact;
    'training.course_changed': CourseFact;
    'training.course_archived': CourseFact;
    'training.session_opened': SessionFact;
    'training.session_changed': SessionFact;
    'training.session_cancelled': SessionFact & { changeId: string };
    /** To dates that are told, or that will be: kept as this change. */
    'training.session_postponed': SessionFact & { changeId: string };
    /** A postponed session has its new dates. */
    'training.session_dated': SessionFact & { changeId: string };
    'training.trainer_replaced': SessionFact & { changeId: string };
    /** Fewer seats are taken than its minimum, and it is the day to decide. */
    'training.minimum_due': SessionFact;
    /** Its hours or its room changed, or it has no room any more: kept as this change. */
    'training.session_moved': SessionFact & { changeId: string };
    /** The host of its place would like it then; nothing has changed. Instants as ISO 8601. */
    'training.move_proposed': { bookingId: string; by: string; roomId: string; startsAt: string; endsAt: string };
    'training.session_closed': SessionFact;
    /** The session was full; it is no longer, and nobody waits for the seat. */
    'training.seat_freed': SessionFact;
    /** Someone has news of the searches they keep. */
    'training.digest_written': { digestId: string };
    'training.enrolment_submitted': EnrolmentFact;
    'training.enrolment_refused': EnrolmentFact;
    'training.enrolment_admitted': EnrolmentFact;
    'training.enrolment_waiting': EnrolmentFact;
    'training.enrolment_withdrawn': EnrolmentFact;
    /** Its employer has agreed: the organiser is to choose. */
    'training.enrolment_transmitted': EnrolmentFact;
    'training.enrolment_not_selected': EnrolmentFact;
    /** A seat is offered from the waiting list, until a deadline. */
    'training.enrolment_offered': EnrolmentFact;
    'training.enrolment_accepted': EnrolmentFact;
    'training.enrolment_declined': EnrolmentFact;
    'training.enrolment_lapsed': EnrolmentFact;
    'training.enrolment_convoked': EnrolmentFact;
    /** Its session has fewer seats: it is back in the waiting list, first in it. */
    'training.enrolment_moved': EnrolmentFact;
    /** It will soon be late at the step where it waits. */
    'training.enrolment_due': EnrolmentFact;
    'training.attestation_issued': { attestationId: string };
  }
  interface Jobs {
    'training.write_digests': Record<string, never>;
    'training.forget_news': Record<string, never>;
  }
}

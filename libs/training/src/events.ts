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
    'training.session_cancelled': SessionFact;
    'training.session_closed': SessionFact;
    'training.enrolment_submitted': EnrolmentFact;
    'training.enrolment_refused': EnrolmentFact;
    'training.enrolment_admitted': EnrolmentFact;
    'training.enrolment_waiting': EnrolmentFact;
    'training.enrolment_withdrawn': EnrolmentFact;
    'training.attestation_issued': { attestationId: string };
  }
}

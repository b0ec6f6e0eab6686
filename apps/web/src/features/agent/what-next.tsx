import type { EnrolmentDetail, Step } from '../../api/types';
import { dateTime } from '../../ui/dates';
import { requestStatuses } from './request-status';
import { text } from './text';

interface StepWords {
  stepNext: Record<Step, string>;
  stepLate: Record<Step, string>;
}

/** Whom a request waits for, by when, and what happens if nothing comes, in the words of its reader. */
export const Awaited = ({ step, dueAt, words }: { step: Step; dueAt: string | null; words: StepWords }) => (
  <>
    <p>{words.stepNext[step]}</p>
    {dueAt && (
      <p>
        {text.dueAt(dateTime(dueAt))} {words.stepLate[step]}
      </p>
    )}
  </>
);

/** What happens next, told to the agent. */
export const WhatNext = ({ request: { status, step, dueAt } }: { request: EnrolmentDetail }) =>
  status === 'submitted' && step ? <Awaited step={step} dueAt={dueAt} words={text} /> : <p>{requestStatuses[status].next}</p>;

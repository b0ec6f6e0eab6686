import { useBlocker, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormContext, type FieldValues } from 'react-hook-form';
import { api, body, ifMatch } from '../../api/client';
import type { VenueDetail, VenueInput } from '../../api/types';
import { changes } from '../../ui/changes';
import { Confirm } from '../../ui/dialog';
import { EditForm } from '../../ui/edit-form';
import { text } from './place-text';
import { nextStep, type Step } from './steps';

interface StepFormProps<V extends FieldValues> {
  venue: VenueDetail;
  step: Step;
  valuesOf: (venue: VenueDetail) => V;
  inputOf: (values: V) => VenueInput;
  children: ReactNode;
}

/** One step of the file: it is saved on its own, then the next one comes. Nothing typed is lost by leaving. */
export function StepForm<V extends FieldValues>({ venue, step, valuesOf, inputOf, children }: StepFormProps<V>) {
  const navigate = useNavigate();
  const path = { id: venue.id };
  const save = (values: V, base: VenueDetail) =>
    body(
      api.PATCH('/venues/{id}', {
        params: { path, header: ifMatch(base.version) },
        body: changes(inputOf(values), inputOf(valuesOf(base))),
      }),
    );
  return (
    <EditForm
      loaded={venue}
      valuesOf={valuesOf}
      save={save}
      reload={() => body(api.GET('/venues/{idOrSlug}', { params: { path: { idOrSlug: venue.id } } }))}
      label={text.save}
      done={text.saved}
      after={() => void navigate({ to: '/hote/lieux/$id', params: path, search: { etape: nextStep(step) } })}
    >
      {children}
      <LeaveGuard />
    </EditForm>
  );
}

function LeaveGuard() {
  const { isDirty, isSubmitting } = useFormContext().formState;
  const isUnsaved = isDirty && !isSubmitting;
  const blocker = useBlocker({ shouldBlockFn: () => isUnsaved, enableBeforeUnload: isUnsaved, withResolver: true });
  return (
    <Confirm
      title={text.leaveTitle}
      isOpen={blocker.status === 'blocked'}
      confirmLabel={text.leaveAnyway}
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
      isDestructive
    >
      <p>{text.leave}</p>
    </Confirm>
  );
}

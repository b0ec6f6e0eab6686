import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body } from '../../api/client';
import type { EnrolmentDetail } from '../../api/types';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { focusPageTitle } from '../../ui/page-title';
import { TextArea } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { text as kit } from '../../ui/text';
import { text } from './text';

export function Withdraw({ request }: { request: EnrolmentDetail }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const withdrawal = useMutation({
    mutationFn: () =>
      body(api.POST('/enrolments/{id}/withdraw', { params: { path: { id: request.id } }, body: { reason } })),
    onSuccess: async () => {
      setOpen(false);
      await queries.invalidateQueries();
      focusPageTitle();
      say(text.withdrawn);
    },
  });
  return (
    <>
      <Button variant="secondary" onPress={() => setOpen(true)}>
        {text.withdraw}
      </Button>
      <Confirm
        title={text.withdrawTitle}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        confirmLabel={text.withdraw}
        onConfirm={() => withdrawal.mutate()}
        isPending={withdrawal.isPending}
        isDestructive
      >
        {request.status === 'admitted' && <p>{text.withdrawFreed}</p>}
        <p>{text.withdrawAgain}</p>
        <TextArea
          label={text.withdrawReason}
          hint={text.withdrawReasonHint}
          value={reason}
          onChange={setReason}
          rows={3}
          maxLength={500}
        />
        {withdrawal.error && (
          <Notice tone="error" title={kit.error}>
            {withdrawal.error.message}
          </Notice>
        )}
      </Confirm>
    </>
  );
}

import { AtSign, Check, Download, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api/client';
import type { Letter } from '../../api/types';
import { AnchorButton, Button } from '../../ui/button';
import { shortDate } from '../../ui/dates';
import { useAct } from '../../ui/decision';
import { Dialog } from '../../ui/dialog';
import { Row } from '../../ui/list';
import { Meta } from '../../ui/meta';
import { Notice } from '../../ui/notice';
import { text as kit } from '../../ui/text';
import { Readdress } from './readdress';
import { useMarking } from './marking';
import { pdfOf } from './pdf-of';
import { text } from './text';

export function LetterRow({ letter: { id, person, subject, createdAt, refusal, printedAt, printedBy }, onDone }: { letter: Letter; onDone: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const marking = useMarking([id], onDone);
  const unmarking = useAct({ act: () => api.POST('/letters/unprinted', { body: { ids: [id] } }), done: text.unmarked(1), after: onDone });
  const [readdress, readdressOf] = person.email ? [text.readdress, text.readdressOf] : [text.address, text.addressOf];
  const error = marking.error ?? unmarking.error;
  return (
    <Row
      isWaiting={!printedAt}
      title={<h2>{person.displayName}</h2>}
      meta={
        <>
          {person.employerName && <span>{person.employerName}</span>}
          <span>{printedAt ? text.printedOn(shortDate(printedAt), printedBy) : text.writtenOn(shortDate(createdAt))}</span>
        </>
      }
      actions={
        <>
          <AnchorButton variant="secondary" icon={Download} href={pdfOf([id])} aria-label={text.downloadOf(person.displayName)} download>
            {text.download}
          </AnchorButton>
          {printedAt ? (
            <Button variant="quiet" icon={Undo2} aria-label={text.unmarkOf(person.displayName)} onPress={() => unmarking.mutate()} isPending={unmarking.isPending}>
              {text.unmark}
            </Button>
          ) : (
            <>
              <Button variant="quiet" icon={Check} aria-label={text.markOf(person.displayName)} onPress={() => marking.mutate()} isPending={marking.isPending}>
                {text.mark}
              </Button>
              <Button variant="quiet" icon={AtSign} aria-label={readdressOf(person.displayName)} onPress={() => setOpen(true)}>
                {readdress}
              </Button>
            </>
          )}
        </>
      }
    >
      <p>{subject}</p>
      <Meta icon={AtSign}>{person.email ?? text.noAddress}</Meta>
      {refusal && <p className="soft">{refusal}</p>}
      {error && (
        <Notice tone="error" title={kit.error}>
          {error.message}
        </Notice>
      )}
      <Dialog title={readdressOf(person.displayName)} isOpen={isOpen} onClose={close}>
        <Readdress
          person={person}
          label={readdress}
          onDone={() => {
            close();
            onDone();
          }}
        />
      </Dialog>
    </Row>
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Check, Download, MailCheck } from 'lucide-react';
import { useRef } from 'react';
import type { Letter, LetterState } from '../../api/types';
import { AnchorButton, Button } from '../../ui/button';
import { EmptyState, List, ShowMore } from '../../ui/list';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { Select } from '../../ui/select';
import { text as kit } from '../../ui/text';
import { LetterRow } from './letter-row';
import { useMarking } from './marking';
import { pdfOf } from './pdf-of';
import { lettersQuery } from './queries';
import { text } from './text';

const route = getRouteApi('/courriers');
const states = (Object.keys(text.states) as LetterState[]).map((value) => ({ value, label: text.states[value] }));
/** As many as the document holds. */
const BATCH = 50;

export function LettersPage() {
  const state = route.useSearch().etat ?? 'to_print';
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(lettersQuery(state));
  const count = useRef<HTMLParagraphElement>(null);
  return (
    <>
      <PageHeader title={text.letters} lead={text.lettersLead} />
      <div className="stack stack-6">
        <Select label={text.view} options={states} value={state} onChange={(etat) => void navigate({ search: { etat: etat === 'to_print' ? undefined : etat } })} />
        <Loaded query={query}>
          {({ pages }) => {
            const letters = pages.flatMap((page) => page.items);
            return (
              <>
                <p ref={count} tabIndex={-1} role="status" className="lead">
                  {letters.length > 0 && text.count(letters.length, query.hasNextPage)}
                </p>
                {letters.length === 0 ? (
                  <EmptyState icon={MailCheck} title={text.noLetters[state].title}>
                    {text.noLetters[state].text}
                  </EmptyState>
                ) : (
                  <>
                    {state === 'to_print' && <Batch letters={letters.slice(0, BATCH)} onDone={() => count.current?.focus()} />}
                    <List label={text.states[state]}>
                      {letters.map((letter) => (
                        <LetterRow key={letter.id} letter={letter} onDone={() => count.current?.focus()} />
                      ))}
                    </List>
                    <ShowMore query={query} shown={letters.length} />
                  </>
                )}
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}

function Batch({ letters, onDone }: { letters: Letter[]; onDone: () => void }) {
  const ids = letters.map(({ id }) => id);
  const marking = useMarking(ids, onDone);
  return (
    <div className="stack stack-2">
      <div className="cluster">
        <AnchorButton icon={Download} href={pdfOf(ids)} download>
          {text.downloadAll(ids.length)}
        </AnchorButton>
        <Button variant="secondary" icon={Check} onPress={() => marking.mutate()} isPending={marking.isPending}>
          {text.markAll(ids.length)}
        </Button>
      </div>
      {marking.error && (
        <Notice tone="error" title={kit.error}>
          {marking.error.message}
        </Notice>
      )}
    </div>
  );
}

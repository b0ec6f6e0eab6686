import { api, body } from '../../api/client';
import type { DirectoryCard } from '../../api/types';
import { Decision } from '../../ui/decision';
import { text } from './text';

/** Asks to hold a place of the directory. */
export function Claim({ place: { id, name } }: { place: Pick<DirectoryCard, 'id' | 'name'> }) {
  return (
    <Decision
      label={text.claim}
      name={text.claimOf(name)}
      title={text.claimTitle(name)}
      act={() => body(api.POST('/venues/{id}/claim', { params: { path: { id } }, body: {} }))}
      done={text.asked(name)}
    >
      <p>{text.claimEffect}</p>
      <p>{text.claimRule}</p>
    </Decision>
  );
}

import { conflict } from '@app/platform';

/** `complete`: what the list no longer has is gone. `partial`: the list says nothing of the others. */
export type Coverage = 'complete' | 'partial';

const FEW = 10;

/** When more than half of a producer's places are missing, its list is more likely a part of it than the news of a disaster. */
export const looksPartial = (missing: number, known: number): boolean => missing >= FEW && missing * 2 > known;

export const partialProblem = (missing: number, known: number) =>
  conflict(
    'import.looks_partial',
    `Il manque à cette liste ${missing} des ${known} lieux connus de ce producteur. Dites si elle est complète (ces lieux seront signalés comme disparus) ou partielle (ils restent tels quels).`,
    { missing, known },
  );

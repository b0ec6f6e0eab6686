import { PageQuery } from '@app/platform';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';

/** As many letters as one batch holds. */
const BATCH = 50;
export const LETTER_STATES = ['to_print', 'undelivered', 'printed'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

export class LetterList extends PageQuery {
  /** To be printed, refused by a mail server, or printed. */
  @IsIn(LETTER_STATES)
  state: LetterState = 'to_print';
}

/** Ids of letters: one, or several. */
export class LetterBatch {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMinSize(1, { message: 'Choisissez au moins un courrier.' })
  @ArrayMaxSize(BATCH, { message: `Choisissez au plus ${BATCH} courriers à la fois.` })
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  ids: string[];
}

export class LetterPerson {
  id: string;
  displayName: string;
  email: string | null;
  employerName: string | null;
}

export class LetterView {
  id: string;
  person: LetterPerson;
  subject: string;
  createdAt: Date;
  /** Why the mail did not arrive, in French; null when there is no address. */
  refusal: string | null;
  printedAt: Date | null;
  /** Who printed it. */
  printedBy: string | null;
}

export class LetterPage {
  items: LetterView[];
  nextCursor: string | null;
}

/** Whether the mails of who asks arrive. */
export class MyDelivery {
  email: string | null;
  /** Mails that did not arrive, the latest first: at most ten. */
  undelivered: UndeliveredMail[];
}

export class UndeliveredMail {
  id: string;
  subject: string;
  createdAt: Date;
  refusal: string;
}

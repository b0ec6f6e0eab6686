import { Database, declareJobs, OnJob } from '@app/platform';
import { Injectable } from '@nestjs/common';

declare module '@app/platform' {
  interface Jobs {
    'training.count_words': Record<string, never>;
  }
}

declareJobs('training.count_words');

/** The words of the sheets: those that many hold come first in suggestions, those that none holds any more go. */
@Injectable()
export class VocabularyService {
  constructor(private readonly db: Database) {}

  @OnJob('training.count_words')
  count(): Promise<void> {
    return this.db.tx(async () => void (await this.db.query('select training.count_words()')));
  }
}

import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { typedWords } from './question.rules';
import type { Suggestion, Suggestions } from './search.dto';

/** A `word` ends the last one typed; the others are told as they are. */
interface Found extends Omit<Suggestion, 'kind'> {
  kind: Suggestion['kind'] | 'word';
}

@Injectable()
export class SuggestQueries {
  constructor(private readonly db: Database) {}

  /** Words that finish what is being typed, then courses whose title holds them. */
  async suggest(q: string): Promise<Suggestions> {
    const words = typedWords(q);
    const last = words.at(-1);
    if (!last) return { items: [] };
    const before = /^.*[^\p{L}\p{N}]/su.exec(q.trim())?.[0] ?? '';
    const found = await this.db.prepared<Found>('training.suggestions', 'select * from training.suggestions($1, $2, $3)', [words.join(' '), words.slice(0, -1), last]);
    const items = found.map(({ kind, text, slug }): Suggestion => (kind === 'word' ? { kind: 'words', text: before + text, slug } : { kind, text, slug }));
    const seen = new Set<string>();
    return { items: items.filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase())) };
  }
}

import { dataset, shippedText } from '@app/identity';

const lines = (file: string) => {
  const { hash, content } = shippedText('synonymes', file);
  return { hash, lines: content.trim().split('\n').slice(1) };
};

/** Terms of the field that a person would search one for another. */
dataset('training.synonym', ['group_code', 'term'], () => {
  const read = lines('synonymes.csv');
  return { hash: read.hash, rows: read.lines.map((line) => line.split(';')).map(([code, term]) => ({ group_code: code, term })) };
});

/** Words that say nothing in a catalogue: « formation », « apprendre ». */
dataset('training.hollow_word', ['word'], () => {
  const read = lines('mots-creux.csv');
  return { hash: read.hash, rows: read.lines.map((word) => ({ word: fold(word) })) };
});

const fold = (word: string) => word.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();

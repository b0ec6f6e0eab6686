import { accessiblePdf, dayInWords, INK, PETROL, QUIET } from '@app/platform';
import type { PrintedLetter } from './letter.queries';

const WHERE_TO_ANSWER = 'Pour répondre ou pour toute question, adressez-vous à votre service formation.';

/** Accessible letters in one document, each on its own page. */
export const drawLetters = (letters: readonly PrintedLetter[], at: Date): Promise<Buffer> =>
  accessiblePdf({ title: letters.length > 1 ? `${letters.length} courriers à remettre` : `Courrier à remettre\u202f: ${letters[0]!.displayName}`, at }, ({ doc, say }) => {
    letters.forEach(({ displayName, employerName, subject, body, createdAt }, index) => {
      if (index > 0) doc.addPage();
      const { left, top } = doc.page.margins;
      say('P', () => doc.font('strong').fontSize(12).fillColor(PETROL).text('Relais', left, top, { continued: true }).font('text').fillColor(QUIET).text(', la formation au numérique des agents territoriaux'));
      say('P', () => doc.font('strong').fontSize(12).fillColor(INK).text(displayName, 320, 136, { width: 210 }));
      if (employerName) say('P', () => doc.font('text').text(employerName, { width: 210 }));
      say('P', () => doc.font('text').fillColor(QUIET).text(`Le ${dayInWords(createdAt, 'Europe/Paris')}`, 320, doc.y + 12, { width: 210 }));
      say('H1', () => doc.font('strong').fontSize(18).fillColor(INK).text(subject, left, Math.max(doc.y + 36, 260), { width: 466 }).moveDown());
      doc.fontSize(12);
      for (const paragraph of [`Bonjour ${displayName},`, ...body.split('\n\n'), WHERE_TO_ANSWER])
        say('P', () => doc.font('text').fillColor(INK).text(paragraph, left, doc.y, { width: 466, lineGap: 3 }).moveDown());
    });
  });

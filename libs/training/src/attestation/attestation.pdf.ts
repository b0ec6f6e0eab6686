import { accessiblePdf, dayInWords, INK, PETROL, QUIET } from '@app/platform';
import QRCode from 'qrcode';
import type { AttestationView } from './attestation.dto';

const day = (at: Date, timeZone: string) => dayInWords(new Date(at), timeZone);
const hours = (count: number) => `${new Intl.NumberFormat('fr-FR').format(count)} ${count > 1 ? 'heures' : 'heure'}`;

/** When a session took place, in words. */
export function period({ startsAt, endsAt, timeZone }: Pick<AttestationView, 'startsAt' | 'endsAt' | 'timeZone'>): string {
  const [first, last] = [day(startsAt, timeZone), day(endsAt, timeZone)];
  return first === last ? `le ${first}` : `du ${first} au ${last}`;
}

/** An accessible PDF of one page. `address` is the page that checks it. */
export const drawAttestation = (view: AttestationView, address: string): Promise<Buffer> =>
  accessiblePdf({ title: `Attestation de formation ${view.code}`, at: new Date(view.issuedAt) }, async ({ doc, root, say }) => {
    const left = doc.page.margins.left;

    say('P', () => doc.font('strong').fontSize(12).fillColor(PETROL).text('CNFPT', left, 64, { continued: true }).fillColor(QUIET).font('text').text('   et   ', { continued: true }).font('strong').fillColor(PETROL).text('État numérique'));
    say('H1', () => doc.font('strong').fontSize(28).fillColor(INK).text('Attestation de formation', left, 128));
    say('P', () => doc.font('text').fontSize(13).fillColor(INK).text('Nous attestons que', left, 188));
    say('P', () => doc.font('strong').fontSize(20).text(view.agentName, left, 210));
    say('P', () => doc.font('text').fontSize(13).text(`${view.employerName}`, left, 238));
    say('P', () => doc.font('text').fontSize(13).text(`a suivi ${hours(view.hours)} de la formation`, left, 276));
    say('P', () => doc.font('strong').fontSize(17).text(view.courseTitle, left, 298, { width: 460 }));
    say('P', () => doc.font('text').fontSize(13).text(`${period(view)}, à ${[view.venueName, view.communeName].filter(Boolean).join(', ')}, session ${view.sessionCode}.`, { width: 460 }).moveDown(2));
    say('P', () => doc.text(`Délivrée le ${day(view.issuedAt, 'Europe/Paris')}.`));

    const qr = await QRCode.toBuffer(address, { margin: 0, width: 240, color: { dark: INK } });
    root.add(doc.struct('Figure', { alt: `Code à scanner pour vérifier l’attestation ${view.code}` }, () => doc.image(qr, left, 620, { width: 96 })));
    say('H2', () => doc.font('strong').fontSize(12).text('Vérifier cette attestation', left + 116, 624));
    say('P', () => doc.font('text').fontSize(11).text(`Code ${view.code}`, left + 116, 644).text(address, { width: 330 }));
  });

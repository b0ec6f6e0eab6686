import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import type { AttestationView } from './attestation.dto';

const font = (name: string) => readFileSync(require.resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${name}`));
/** Plain TrueType: a compressed font would be inflated again for each document. */
const REGULAR = font('400Regular/AtkinsonHyperlegibleNext_400Regular.ttf');
const BOLD = font('700Bold/AtkinsonHyperlegibleNext_700Bold.ttf');
const INK = '#1d2a2f';
const PETROL = '#0b5563';
const QUIET = '#4a5a5f';

const day = (at: Date, timeZone: string) => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone }).format(new Date(at));
const hours = (count: number) => `${new Intl.NumberFormat('fr-FR').format(count)} ${count > 1 ? 'heures' : 'heure'}`;

/** When a session took place, in words. */
export function period({ startsAt, endsAt, timeZone }: Pick<AttestationView, 'startsAt' | 'endsAt' | 'timeZone'>): string {
  const [first, last] = [day(startsAt, timeZone), day(endsAt, timeZone)];
  return first === last ? `le ${first}` : `du ${first} au ${last}`;
}

/** An accessible PDF (PDF/UA: tagged, titled, in French) of one page. `address` is the page that checks it. */
export async function drawAttestation(view: AttestationView, address: string): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 64, bottom: 56, left: 64, right: 64 },
    pdfVersion: '1.7',
    // pdfkit's types do not know the subset it writes.
    subset: 'PDF/UA' as unknown as PDFKit.Mixins.PDFSubsets,
    tagged: true,
    displayTitle: true,
    lang: 'fr-FR',
    info: { Title: `Attestation de formation ${view.code}`, Author: 'Relais', CreationDate: new Date(view.issuedAt), ModDate: new Date(view.issuedAt) },
  });
  doc.registerFont('text', REGULAR).registerFont('strong', BOLD);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));

  const root = doc.struct('Document');
  doc.addStructure(root);
  const say = (tag: string, draw: () => void) => root.add(doc.struct(tag, {}, draw));
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
  root.end();

  // pdfkit writes a CIDSet that is wrong for accented letters when the subset is PDF/UA-1; without it the file is valid.
  const fonts = doc as unknown as { subset: number; _fontFamilies: Record<string, { finalize(): void }> };
  for (const family of Object.values(fonts._fontFamilies)) {
    const finalize = family.finalize.bind(family);
    family.finalize = () => {
      const { subset } = fonts;
      fonts.subset = 0;
      finalize();
      fonts.subset = subset;
    };
  }
  doc.end();
  return ended;
}

import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';

const font = (name: string) => readFileSync(require.resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${name}`));
/** Plain TrueType: a compressed font would be inflated again for each document. */
const REGULAR = font('400Regular/AtkinsonHyperlegibleNext_400Regular.ttf');
const BOLD = font('700Bold/AtkinsonHyperlegibleNext_700Bold.ttf');
export const INK = '#1d2a2f';
export const PETROL = '#0b5563';
export const QUIET = '#4a5a5f';

export interface Sheet {
  doc: PDFKit.PDFDocument;
  root: PDFKit.PDFStructureElement;
  /** Draws under a tag, as a screen reader says it. */
  say: (tag: string, draw: () => void) => void;
}

/** An accessible PDF (PDF/UA: tagged, titled, in French), in the fonts `text` and `strong`. */
export async function accessiblePdf({ title, at }: { title: string; at: Date }, draw: (sheet: Sheet) => Promise<void> | void): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 64, bottom: 56, left: 64, right: 64 },
    pdfVersion: '1.7',
    // pdfkit's types do not know the subset it writes.
    subset: 'PDF/UA' as unknown as PDFKit.Mixins.PDFSubsets,
    tagged: true,
    displayTitle: true,
    lang: 'fr-FR',
    info: { Title: title, Author: 'Relais', CreationDate: at, ModDate: at },
  });
  doc.registerFont('text', REGULAR).registerFont('strong', BOLD);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));

  const root = doc.struct('Document');
  doc.addStructure(root);
  await draw({ doc, root, say: (tag, content) => void root.add(doc.struct(tag, {}, content)) });
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

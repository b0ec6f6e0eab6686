import { dataset, shipped, shippedText } from '@app/identity';

const typeset = (label: string) => label.replaceAll("'", '’');

function classifications() {
  const nsf = shipped<{ code: string; libelle: string }[]>('nsf', 'nsf-1994.json');
  const rome = shippedText('rome', 'rome-v3.csv');
  const rows = [
    ...nsf.content.map(({ code, libelle }) => ({ scheme: 'nsf', code, label: typeset(libelle) })),
    ...rome.content.trim().split('\n').slice(1).map((line) => {
      const [code, label = ''] = line.split('|');
      return { scheme: 'rome', code, label: typeset(label.trim()) };
    }),
  ];
  return { hash: nsf.hash + rome.hash, rows };
}

dataset('training.classification', ['scheme', 'code'], classifications);

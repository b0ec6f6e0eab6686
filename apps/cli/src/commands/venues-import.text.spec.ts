import type { ImportReport } from '@app/venues';
import { importInWords, type Told } from './venues-import.text';

const report: ImportReport = {
  rows: 1343, accepted: 1, changed: 0, unchanged: 0, refused: 1, duplicates: 2, gone: 0, returned: 0, looksPartial: false, applied: false,
  codes: { 'row.required': 1, 'pivot.placeholder': 1200, 'label.schema_refuses': 95 },
};
const refusal: Told = { row: 315, field: 'adresse', value: '', code: 'row.required', message: 'Cette colonne est obligatoire' };
const remarks: Told[] = [
  { row: 2, field: 'pivot', value: '00000000000000', code: 'pivot.placeholder', message: 'Identifiant d’attente' },
  { row: 40, field: 'formations_labels', value: 'Étapes numériques (La Poste)', code: 'label.schema_refuses', message: 'Libellé admis' },
];
const lines = (...told: Parameters<typeof importInWords>) => importInWords(...told).split('\n');

describe('what an import says to who runs the command', () => {
  it('counts in French', () =>
    expect(lines(report, [refusal], 1, remarks)[0]).toBe(
      '1\u202f343 lignes\u202f: 1 nouvelle, 0 changée, 0 inchangée, 1 refusée, 2 doublons possibles, 0 disparue, 0 revenue.',
    ));

  it('tells each refusal, then each kind of remark once, with how many times it was made', () =>
    expect(lines(report, [refusal], 1, remarks).slice(1)).toEqual([
      '  ligne 315, adresse\u202f: Cette colonne est obligatoire',
      'Remarques\u202f:',
      '  1\u202f200 fois, d’abord ligne 2, pivot\u202f: Identifiant d’attente\u202f: «\u202f00000000000000\u202f»',
      '  95 fois, d’abord ligne 40, formations_labels\u202f: Libellé admis\u202f: «\u202fÉtapes numériques (La Poste)\u202f»',
      'Essai à blanc\u202f: ajoutez --apply pour appliquer.',
    ]));

  it('says how many refusals it does not show', () =>
    expect(lines(report, [refusal], 3, [])[2]).toBe('  … et 2 autres refus (--json les donne tous).'));
});

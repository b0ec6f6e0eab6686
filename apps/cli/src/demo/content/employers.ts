/**
 * Twenty employers of the demo year. Names and places are real, so that distances and maps make sense; numbers and
 * people are fictional.
 */
export interface DemoEmployer {
  key: string;
  name: string;
  /** 21 for a commune, 22 for a département, 24 for an EPCI: the first digits of its number. */
  form: 21 | 22 | 24;
  communeCode: string;
  departementCode: string;
  /** Share of the agents. */
  weight: number;
}

const employer = (
  key: string,
  name: string,
  form: 21 | 22 | 24,
  communeCode: string,
  departementCode: string,
  weight = 1,
): DemoEmployer => ({ key, name, form, communeCode, departementCode, weight });

export const EMPLOYERS: DemoEmployer[] = [
  employer('valence', 'Ville de Valence', 21, '26362', '26', 3),
  employer('drome', 'Département de la Drôme', 22, '26362', '26', 2),
  employer('saint-etienne', 'Ville de Saint-Étienne', 21, '42218', '42', 2),
  employer('roanne', 'Ville de Roanne', 21, '42187', '42'),
  employer('annecy', 'Ville d’Annecy', 21, '74010', '74', 2),
  employer('chambery', 'Ville de Chambéry', 21, '73065', '73'),
  employer('clermont-ferrand', 'Ville de Clermont-Ferrand', 21, '63113', '63', 2),
  employer('aurillac', 'Ville d’Aurillac', 21, '15014', '15'),
  employer('moulins', 'Ville de Moulins', 21, '03190', '03'),
  employer('isere', 'Département de l’Isère', 22, '38185', '38', 2),
  employer('grenoble-alpes', 'Grenoble-Alpes Métropole', 24, '38185', '38', 2),
  employer('grand-bourg', 'Grand Bourg Agglomération', 24, '01053', '01'),
  employer('orleans', 'Ville d’Orléans', 21, '45234', '45', 2),
  employer('bourges', 'Ville de Bourges', 21, '18033', '18'),
  employer('tours-metropole', 'Tours Métropole Val de Loire', 24, '37261', '37'),
  employer('blois', 'Ville de Blois', 21, '41018', '41'),
  employer('fort-de-france', 'Ville de Fort-de-France', 21, '97209', '972', 2),
  employer('saint-pierre', 'Ville de Saint-Pierre', 21, '97416', '974', 2),
  employer('bordeaux', 'Ville de Bordeaux', 21, '33063', '33', 2),
  employer('ajaccio', 'Ville d’Ajaccio', 21, '2A004', '2A'),
];

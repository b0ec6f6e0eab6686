/** The CNFPT of 2015 (a head office, 29 délégations, 4 INSET, one INET), its délégations of today, the State, and the operator of a place. */
export interface DemoPartner {
  key: string;
  kind: 'cnfpt' | 'state' | 'venue_operator';
  name: string;
  departementCode: string;
  parent: string | null;
  validFrom: string;
  validTo: string | null;
}

/** From 29 to 18 délégations. The dates are those of the demonstration, to be confirmed by the CNFPT. */
const REORGANISED_ON = '2022-01-01';
const FOUNDED_ON = '1988-01-01';

const HEAD_OFFICE = 'cnfpt';
const partner = (
  key: string,
  name: string,
  departementCode: string,
  dates: Partial<DemoPartner> = {},
): DemoPartner => ({
  key,
  kind: 'cnfpt',
  name,
  departementCode,
  parent: HEAD_OFFICE,
  validFrom: FOUNDED_ON,
  validTo: null,
  ...dates,
});
const delegation = (key: string, name: string, departementCode: string, dates: Partial<DemoPartner> = {}) =>
  partner(key, `CNFPT, délégation ${name}`, departementCode, dates);

const until = { validTo: REORGANISED_ON };
const since = { validFrom: REORGANISED_ON };

export const PARTNERS: DemoPartner[] = [
  partner(HEAD_OFFICE, 'CNFPT, siège', '75', { parent: null }),
  // The 29 délégations of the agreement; nine of them still exist.
  delegation('bretagne', 'Bretagne', '56'),
  delegation('corse', 'Corse', '2A'),
  delegation('guadeloupe', 'Guadeloupe', '971'),
  delegation('guyane', 'Guyane', '973'),
  delegation('la-reunion', 'La Réunion', '974'),
  delegation('martinique', 'Martinique', '972'),
  delegation('mayotte', 'Mayotte', '976'),
  delegation('pays-de-la-loire', 'Pays de la Loire', '49'),
  delegation('paca', 'Provence-Alpes-Côte d’Azur', '83'),
  delegation('alsace-moselle', 'Alsace-Moselle', '67', until),
  delegation('aquitaine', 'Aquitaine', '33', until),
  delegation('auvergne', 'Auvergne', '63', until),
  delegation('basse-normandie', 'Basse-Normandie', '14', until),
  delegation('bourgogne', 'Bourgogne', '21', until),
  delegation('centre', 'Centre', '45', until),
  delegation('champagne-ardenne', 'Champagne-Ardenne', '10', until),
  delegation('franche-comte', 'Franche-Comté', '25', until),
  delegation('grande-couronne', 'Grande Couronne', '78', until),
  delegation('haute-normandie', 'Haute-Normandie', '76', until),
  delegation('languedoc-roussillon', 'Languedoc-Roussillon', '34', until),
  delegation('limousin', 'Limousin', '87', until),
  delegation('lorraine', 'Lorraine', '54', until),
  delegation('midi-pyrenees', 'Midi-Pyrénées', '31', until),
  delegation('nord-pas-de-calais', 'Nord-Pas-de-Calais', '59', until),
  delegation('picardie', 'Picardie', '80', until),
  delegation('poitou-charentes', 'Poitou-Charentes', '86', until),
  delegation('premiere-couronne', 'Première Couronne', '93', until),
  delegation('rhone-alpes-grenoble', 'Rhône-Alpes Grenoble', '38', until),
  delegation('rhone-alpes-lyon', 'Rhône-Alpes Lyon', '69', until),
  // The nine new ones.
  delegation('auvergne-rhone-alpes', 'Auvergne-Rhône-Alpes', '69', since),
  delegation('bourgogne-franche-comte', 'Bourgogne-Franche-Comté', '21', since),
  delegation('centre-val-de-loire', 'Centre-Val de Loire', '45', since),
  delegation('grand-est', 'Grand Est', '54', since),
  delegation('hauts-de-france', 'Hauts-de-France', '59', since),
  delegation('ile-de-france', 'Île-de-France', '93', since),
  delegation('normandie', 'Normandie', '76', since),
  delegation('nouvelle-aquitaine', 'Nouvelle-Aquitaine', '33', since),
  delegation('occitanie', 'Occitanie', '34', since),
  partner('inset-angers', 'CNFPT, INSET d’Angers', '49'),
  partner('inset-dunkerque', 'CNFPT, INSET de Dunkerque', '59'),
  partner('inset-montpellier', 'CNFPT, INSET de Montpellier', '34'),
  partner('inset-nancy', 'CNFPT, INSET de Nancy', '54'),
  partner('inet', 'CNFPT, INET de Strasbourg', '67'),
  {
    key: 'agence-du-numerique',
    kind: 'state',
    name: 'Agence du Numérique',
    departementCode: '75',
    parent: null,
    validFrom: '2015-02-03',
    validTo: null,
  },
  {
    key: 'mediatheques-valence',
    kind: 'venue_operator',
    name: 'Réseau des médiathèques de Valence',
    departementCode: '26',
    parent: null,
    validFrom: '2016-01-01',
    validTo: null,
  },
];

/** The délégation that organises sessions in a région, by INSEE code. */
const DELEGATION_OF: Record<string, string> = {
  '02': 'martinique',
  '04': 'la-reunion',
  '24': 'centre-val-de-loire',
  '27': 'bourgogne-franche-comte',
  '75': 'nouvelle-aquitaine',
  '84': 'auvergne-rhone-alpes',
  '94': 'corse',
};

export const delegationOf = (regionCode: string): string => DELEGATION_OF[regionCode] ?? 'cnfpt';

import { plainly } from '../venues/plain-words';
import { services } from '../venues/services';
import { typologies, typologyNames } from '../venues/typologies';

/** The values of the national standard, with plainer words where it has its own. */
const options = (values: readonly string[]) =>
  values.map((value) => ({ value, label: plainly(value) }));

export const vocabulary = {
  itinerance: [{ value: '', label: 'Non précisé' }, ...options(['Fixe', 'Itinérant'])],
  typologies: typologies.map((value) => ({ value, label: typologyNames[value] })),
  programmes: options([
    'France Services',
    'Conseillers numériques',
    'Aidants Connect',
    'Bibliothèques numérique de référence',
    'Certification PIX',
    'Emmaüs Connect',
    'Relais numérique (Emmaüs Connect)',
    'La Croix Rouge',
    'Promeneurs du net',
    "Point d'accès numérique CAF",
    'Grande école du numérique',
  ]),
  labels: options([
    'Formé à « Mon Espace Santé »',
    'Formé à « DUPLEX » (illettrisme)',
    'Arnia/MedNum BFC (Bourgogne-Franche-Comté)',
    'Collectif ressources et acteurs réemploi (Normandie)',
    'Étapes numériques (La Poste)',
    'Fabriques de Territoire',
    'Les Éclaireurs du numérique (Drôme)',
    'Mes Papiers (Métropole de Lyon)',
    'ORDI 3.0',
    'SUD LABS (PACA)',
  ]),
  services: options(services),
  publics: options(['Jeunes', 'Étudiants', 'Familles et/ou enfants', 'Seniors', 'Femmes']),
  care: options([
    'Surdité',
    'Déficience visuelle',
    'Handicaps moteurs',
    'Handicaps mentaux',
    'Illettrisme',
    'Langues étrangères (anglais)',
    'Langues étrangères (autres)',
  ]),
  fees: options(['Gratuit', 'Gratuit sous condition', 'Payant']),
  accessModes: options([
    'Se présenter',
    'Téléphoner',
    'Contacter par mail',
    'Prendre un RDV en ligne',
    'Envoyer un mail avec une fiche de prescription',
    "Ce lieu n'accueille pas de public",
  ]),
  supportModes: options(['En autonomie', 'Accompagnement individuel', 'Dans un atelier collectif', 'À distance']),
};

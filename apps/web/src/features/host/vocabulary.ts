import type { Option } from '../../ui/choice';
import { services } from '../venues/services';
import { text } from './place-text';

/** The values of the national standard, with plainer words where it has its own. */
const options = (values: readonly string[]): Option[] =>
  values.map((value) => ({ value, label: text.labels[value] ?? value }));

export const vocabulary = {
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

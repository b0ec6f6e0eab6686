export const VIEWS = ['jour', 'semaine', 'mois', 'liste'] as const;
export type View = (typeof VIEWS)[number];

export interface CalendarSearch {
  vue?: View;
  date?: string;
  salle?: string;
}

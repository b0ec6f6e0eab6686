let pages = 0;

/** Titles read « Mes demandes – Relais ». */
export function setPageTitle(title: string): void {
  document.title = `${title} – Relais`;
  pages += 1;
}

/** On the first page the browser itself places the reader; we must not steal the focus. */
export const isFirstPage = (): boolean => pages <= 1;

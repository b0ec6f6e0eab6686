let pages = 0;

/** Titles read « Mes demandes – Relais ». */
export function setPageTitle(title: string): void {
  document.title = `${title} – Relais`;
  pages += 1;
}

/** On the first page the browser itself places the reader; we must not steal the focus. */
export const isFirstPage = (): boolean => pages <= 1;

/** For when the button that had the focus is gone with what it did. */
export const focusPageTitle = (): void => document.querySelector('h1')?.focus();

const KEPT_MS = 5000;
let region: HTMLElement | undefined;

/** React Aria hides the page behind a dialog, except what bears this attribute. */
function made(): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('aria-live', 'assertive');
  element.setAttribute('data-live-announcer', 'true');
  element.className = 'visually-hidden';
  document.body.append(element);
  return element;
}

/** Says it to screen readers. React Aria’s own points at the button that was pressed, which may be gone when it is read. */
export function announce(message: string): void {
  region ??= made();
  const line = document.createElement('p');
  line.textContent = message;
  region.append(line);
  setTimeout(() => line.remove(), KEPT_MS);
}

import type { ElementHandle, Locator, Page } from 'playwright-core';

/** How a person acts on a screen. */
export interface Hand {
  press(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
  /** A segmented date or time: digits go from one segment to the next. */
  digits(field: Locator, digits: string): Promise<void>;
  choose(option: Locator): Promise<void>;
  /** A field with suggestions: types, waits for the suggestion, takes it. */
  suggest(page: Page, field: Locator, typed: string, wanted: string | RegExp): Promise<void>;
}

export const pointing: Hand = {
  press: (target) => target.click(),
  type: (target, text) => target.fill(text),
  digits: async (field, digits) => {
    await field.getByRole('spinbutton').first().click();
    await field.page().keyboard.type(digits, { delay: 20 });
  },
  choose: (option) => option.check({ force: true }),
  suggest: async (page, field, typed, wanted) => {
    await field.click();
    await field.fill(typed);
    await page.getByRole('option', { name: wanted }).first().click();
  },
};

const FAR = 500;

/** Tab after Tab, as someone who has no mouse. The element is looked for once, then again when the page replaced it. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  let element: ElementHandle<Node> | null = null;
  for (let presses = 0; presses < FAR; presses++) {
    // An open list of suggestions hides the rest of the page from roles: it is then not there to be reached.
    element ??= (await target.count()) > 0 ? await target.elementHandle() : null;
    const place = await element?.evaluate((node) => (node.isConnected ? node.contains(document.activeElement) : null));
    if (place) return;
    if (place === null) element = null;
    else await target.page().keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target.toString()}`);
}

/** Presses a key until the condition holds; lists are short enough to be walked. */
async function pressUntil(page: Page, key: string, holds: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60 && !(await holds()); presses++) await page.keyboard.press(key);
}

export const keyboard: Hand = {
  press: async (target) => {
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  type: async (target, text) => {
    await tabTo(target);
    await target.page().keyboard.press('ControlOrMeta+A');
    await target.page().keyboard.insertText(text);
  },
  digits: async (field, digits) => {
    await tabTo(field);
    await field.page().keyboard.type(digits, { delay: 20 });
  },
  choose: async (option) => {
    const page = option.page();
    await option.waitFor();
    if ((await option.getAttribute('type')) === 'radio') {
      await tabTo(option.locator('xpath=ancestor::*[@role="radiogroup"]'));
      await page.keyboard.press('Space');
      await pressUntil(page, 'ArrowDown', () => option.isChecked());
    } else {
      await tabTo(option);
      await page.keyboard.press('Space');
    }
    if (!(await option.isChecked())) throw new Error(`${option.toString()} is not checked`);
  },
  suggest: async (page, field, typed, wanted) => {
    await tabTo(field);
    await page.keyboard.type(typed, { delay: 10 });
    const option = page.getByRole('option', { name: wanted }).first();
    await option.waitFor();
    await pressUntil(page, 'ArrowDown', async () => (await field.getAttribute('aria-activedescendant')) === (await option.getAttribute('id')));
    await page.keyboard.press('Enter');
  },
};

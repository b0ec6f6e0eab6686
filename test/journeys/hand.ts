import type { Locator, Page } from 'playwright-core';

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

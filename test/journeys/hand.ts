import type { Locator, Page } from 'playwright-core';

/** How a person acts on a screen: by pointing, or by the keyboard alone. */
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

const MOST_TABS = 200;
const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Presses Tab until the target has the focus; going round the whole page without meeting it is a failure. */
async function tabTo(target: Locator): Promise<void> {
  await target.first().waitFor({ state: 'attached' });
  const { keyboard } = target.page();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await hasFocus(target)) return;
    await keyboard.press('Tab');
  }
  throw new Error(`out of reach of the keyboard: ${String(target)}`);
}

export const keyboard: Hand = {
  press: async (target) => {
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  type: async (target, text) => {
    await tabTo(target);
    await target.page().keyboard.press('Control+A');
    await target.page().keyboard.type(text);
  },
  digits: async (field, digits) => {
    await tabTo(field.getByRole('spinbutton').first());
    await field.page().keyboard.type(digits, { delay: 20 });
  },
  choose: async (option) => {
    const { keyboard: keys } = option.page();
    const name = await option.getAttribute('name');
    const group = option.page().locator(`input[name="${name}"]`);
    if ((await option.getAttribute('type')) === 'radio' && (await group.count()) > 1) {
      // One stop for the group, then the arrows.
      for (let tabs = 0; tabs < MOST_TABS && !(await group.evaluateAll((all) => all.includes(document.activeElement as HTMLInputElement))); tabs += 1)
        await keys.press('Tab');
      for (let arrows = 0; arrows < 40 && !(await option.isChecked()); arrows += 1) await keys.press('ArrowDown');
      return;
    }
    await tabTo(option);
    await keys.press('Space');
  },
  suggest: async (page, field, typed, wanted) => {
    await tabTo(field);
    await page.keyboard.type(typed);
    await page.getByRole('option', { name: wanted }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  },
};

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type StaffName, staff } from '../support/people.ts';

const laptop = { width: 1280, height: 900 };

/** Opens the desk on a laptop of its own, where nobody is signed in. */
export async function openDesk(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: laptop, locale: 'de-DE', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  return page;
}

/** Types e-mail and password, with the keyboard alone. */
export async function typeSignIn(page: Page, name: StaffName): Promise<void> {
  const { email, password } = staff[name];
  await page.getByLabel('E-Mail').focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

/** Opens the desk as one of the staff, at a page of it. */
export async function sitDown(browser: Browser, url: string, name: StaffName, path = ''): Promise<Page> {
  const page = await openDesk(browser, `${url}/desk/${path}`);
  await typeSignIn(page, name);
  await page.getByText(`Angemeldet als ${staff[name].name}`).waitFor();
  return page;
}

import { expect } from 'vitest';
import { accessibilityFaults, openPhone } from './browser.ts';
import { textsOf } from './people.ts';
import { storiesInTown, type Town } from './town.ts';

const { survey, common } = textsOf('ar');
const { voice } = survey;

const test = storiesInTown('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream');

const kept = ({ db }: Town) =>
  db.selectFrom('recording').select(['recording_id', 'type', 'milliseconds']).execute();

test('Amal says what she is proud of instead of writing it, and the recording arrives', async ({
  town,
  browser,
}) => {
  const page = await openPhone(browser, { permissions: ['microphone'] });
  await page.goto(`${town.url}/ar/q/strength-example`);
  await page.getByRole('button', { name: voice.record }).click();
  await page.getByRole('button', { name: voice.stop }).waitFor();
  await page.waitForTimeout(1500);
  await page.getByRole('button', { name: voice.stop }).click();
  await page.getByText(voice.kept).waitFor();
  await page.locator('audio').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await expect.poll(() => kept(town), { timeout: 60_000 }).toMatchObject([{ type: 'audio/webm' }]);

  // Nothing has to be written beside it.
  await page.getByRole('button', { name: common.continue }).click();
  await page.waitForURL(/wanted-fields/);
  await page.goto(`${town.url}/ar/q/strength-example`);
  await page.getByRole('button', { name: voice.remove }).click();
  await page.getByRole('button', { name: voice.record }).waitFor();
});

test('whoever does not allow the microphone is told what else to do, and writes', async ({
  town,
  browser,
}) => {
  const page = await openPhone(browser);
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.goto(`${town.url}/ar/q/strength-example`);
  await page.getByRole('button', { name: voice.record }).click();
  await page.getByText(voice.denied).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('textbox').fill('أصلحت سقف المدرسة');
  await page.getByRole('button', { name: common.continue }).click();
  await page.waitForURL(/wanted-fields/);
});

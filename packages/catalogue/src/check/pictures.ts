import { createRequire } from 'node:module';
import { drawings } from '../drawings.ts';
import { pictureSheets } from '../pictures.ts';
import { rungKinds } from '../schooling/ladders.ts';
import type { Finding } from './finding.ts';

/** Are all pictures drawn that the catalogue names? */
export function checkPictures(): Finding[] {
  // The pictures belong to the web room; only there are they installed.
  const fromWeb = createRequire(new URL('../../../../apps/web/package.json', import.meta.url));
  const drawn: { icons: Record<string, unknown> } = fromWeb('@iconify-json/fluent-emoji-flat/icons.json');
  const pictured = {
    'fields of work, occupations, and task cards': Object.values(pictureSheets)
      .flatMap((sheet) => Object.entries(sheet))
      .map(([id, picture]) => ({ id, picture })),
    'kinds of school': Object.entries(rungKinds).map(([id, { picture }]) => ({ id, picture })),
  };
  return Object.entries(pictured).map(([what, all]) => ({
    checked: `pictures of ${all.length} ${what}`,
    wrong: all
      .filter(({ picture }) => !(picture in drawn.icons || picture in drawings))
      .map(({ id, picture }) => `${id}: ${picture}`),
  }));
}

import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Language, languageCodes } from '@kannwas/schema/codes';
import { PassportForm, passportForms } from '@kannwas/schema/survey/passports';
import { richestOfDemo } from '../demo/passport.ts';
import { demoSite } from '../demo/site.ts';
import { failClearly } from '../fail.ts';
import { composePaper } from '../survey/passports/compose.ts';
import { print } from '../survey/passports/press.ts';

const usage = `pnpm passport --demo --language ar [--form short|long] --out FILE.pdf
The passport of one of the demo's invented people. Its check page knows nothing of it.`;

/** `pnpm passport`: shows what people get, without a database. */
async function main(): Promise<void> {
  const { language, form, out } = wanted();
  const { events } = richestOfDemo(language);
  const kept = events.map((event) => ({ ...event, receivedAt: event.recordedAt }));
  const url = `https://kannwas.example/p/${randomBytes(16).toString('base64url')}`;
  const pdf = print(
    await composePaper({ site: demoSite, events: kept, form, language, issuedAt: new Date(), url }),
  );
  writeFileSync(out, pdf);
  process.stdout.write(`${out}: ${Math.ceil(pdf.byteLength / 1024)} kB\n`);
}

/** @throws Error with the usage */
function wanted() {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      options: { demo: { type: 'boolean' }, language: text, form: text, out: text },
    });
    if (!values.demo || !values.out) throw new Error();
    return {
      language: Language.parse(values.language),
      form: PassportForm.parse(values.form ?? 'long'),
      out: values.out,
    };
  } catch {
    throw new Error(`${usage}\nLanguages: ${languageCodes.join(', ')}. Forms: ${passportForms.join(', ')}.`);
  }
}

main().catch(failClearly);

import survey from '@kannwas/catalogue/languages/ar/survey.json' with { type: 'json' };
import { languages } from '@kannwas/schema/codes';

/** The limit: the same words as plain HTML with a few lines of style, one request, no script. */
export function plainPages(): Record<string, Buffer> {
  const list = Object.entries(languages).map(
    ([code, { name, dir }]) => `<li><a href="/${code}/" lang="${code}" dir="${dir}">${name}</a></li>`,
  );
  const { heading, what, answers, time, free, begin, haveCode } = survey.welcome;
  const sentences = [what, answers, time, free].map((sentence) => `<p>${sentence}</p>`).join('');
  const links = `<p><a href="/ar/q">${begin}</a></p><p><a href="/ar/code">${haveCode}</a></p>`;
  return {
    '/index.html': page('en', 'ltr', 'Kannwas', `<h1>Kannwas</h1><ul>${list.join('')}</ul>`),
    '/survey/index.html': page('ar', 'rtl', heading, sections()),
    '/ar/index.html': page('ar', 'rtl', heading, `<h1>${heading}</h1>${sentences}${links}`),
  };
}

/** Questions of which one stands at a time, without any script. */
function sections(): string {
  const one = (nth: number) => {
    const cards = Array.from(
      { length: 5 },
      (_, at) => `<p><label><input type="radio" name="q${nth}"> ${survey.welcome.free} ${at}</label></p>`,
    );
    return `<section id="q${nth}"><h1>${nth}. ${survey.welcome.heading}</h1>${cards.join('')}<a href="#q${nth + 1}">${survey.welcome.begin}</a></section>`;
  };
  return `<style>section{display:none}section:target{display:block}</style>${Array.from({ length: 16 }, (_, nth) => one(nth)).join('')}`;
}

const style = `body{margin:0;font:18px/1.5 system-ui,sans-serif;background:#fff;color:#1b1b1b}main{max-width:38rem;margin:auto;
padding:1rem}a{display:inline-block;padding:.75rem 1.25rem;border-radius:.5rem;background:#0b57a4;color:#fff}li{margin:.5rem 0}`;

const page = (language: string, dir: string, title: string, body: string) =>
  Buffer.from(
    `<!doctype html><html lang="${language}" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content=
"width=device-width,initial-scale=1"><title>${title}</title><style>${style}</style><main>${body}</main></html>`,
  );

import { leave, stayAway } from './survey/device/leave.ts';

stayAway();

const list = document.querySelector('#languages');

/** Phones say `ku` for either Kurdish. */
const families: Readonly<Record<string, string>> = { ckb: 'ku' };
const familyOf = (name: string) => families[name] ?? name.split('-')[0];

/** How near a language is to one that the phone wants: the longer the name they share, the nearer; 0 is another language. */
function nearness(line: Element, wanted: string): number {
  const link = line.querySelector('a');
  const locale = link?.lang.toLowerCase() ?? '';
  const code = link?.pathname.split('/')[1] ?? '';
  const shared = [locale, code].filter((name) => wanted === name || wanted.startsWith(`${name}-`));
  const family = familyOf(wanted) === familyOf(locale) ? 1 : 0;
  return Math.max(family, ...shared.map((name) => name.length));
}

// The phone's languages come first, the most wanted at the top; all others keep their order.
const wanted = navigator.languages.map((name) => name.toLowerCase());
const lines = [...(list?.children ?? [])].sort((one, other) => {
  const differences = wanted.map((name) => nearness(other, name) - nearness(one, name));
  return differences.find((difference) => difference !== 0) ?? 0;
});
list?.append(...lines);

// The survey takes the place of this list, so that the quick way out has nothing to leave behind.
list?.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const { ctrlKey, metaKey, shiftKey, button } = event as MouseEvent;
  if (!link || ctrlKey || metaKey || shiftKey || button !== 0) return;
  event.preventDefault();
  location.replace(link.href);
});

document.querySelector('#leave')?.addEventListener('click', (event) => {
  event.preventDefault();
  leave();
});

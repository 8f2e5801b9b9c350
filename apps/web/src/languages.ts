const list = document.querySelector('#languages');
const links = [...document.querySelectorAll('#languages a')];

// The phone's languages come first, the most wanted at the top.
for (const wanted of [...navigator.languages].reverse()) {
  const found = links.find((link) => wanted.toLowerCase().startsWith(link.getAttribute('hreflang') ?? '-'));
  const line = found?.closest('li');
  if (line) list?.prepend(line);
}

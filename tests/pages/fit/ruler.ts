/** A place of the survey, and what it is known by: its fields, or its heading. */
export type Place = { path: string; ids?: readonly string[]; heading?: string };

export type Ruler = {
  /** Goes there without loading anything, as a tap on a link does, and waits until everything stands there. */
  visit: (place: Place) => Promise<void>;
  /** Presses "Continue" with nothing chosen; true when the page objects. */
  object: () => Promise<boolean>;
  /** Opens a field of work, where there are any. */
  open: () => Promise<boolean>;
  /** What does not fit, in one line for each place; empty when everything does. A menu is looked at by itself. */
  faults: (within: string) => string[];
};

/** Lays a ruler on the page. Runs in the browser: it knows nothing of what stands around it here. */
export function layRuler(opening: string): void {
  const nextPicture = () =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });

  async function until(holds: () => boolean, what: string): Promise<void> {
    const end = performance.now() + 15_000;
    while (!holds()) {
      if (performance.now() > end) throw new Error(`${location.pathname}: ${what}`);
      await nextPicture();
    }
  }

  const isOpening = () =>
    [...document.querySelectorAll('main [role="status"]')].some(({ textContent }) => textContent === opening);

  async function visit({ path, ids = [], heading }: Place): Promise<void> {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
    const isThere = () =>
      ids.every((id) => document.getElementById(id)) &&
      (heading === undefined || document.querySelector('h1')?.textContent === heading) &&
      !isOpening();
    await nextPicture();
    await until(isThere, `there is no ${heading ?? ids.join(', ')}`);
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
    await nextPicture();
  }

  async function object(): Promise<boolean> {
    const before = location.pathname;
    document.querySelector<HTMLElement>('main form button[type="submit"]')?.click();
    const objects = () => document.querySelector('main form [role="alert"]') !== null;
    await until(() => objects() || location.pathname !== before, '"Continue" does nothing');
    await nextPicture();
    return objects();
  }

  async function open(): Promise<boolean> {
    const [field] = document.querySelectorAll<HTMLElement>(
      'main form fieldset fieldset button:not([data-sound])',
    );
    field?.click();
    await nextPicture();
    return field !== undefined;
  }

  type Piece = { rect: DOMRect; of: Element; kind: 'text' | 'picture' | 'control'; words: string };
  type Box = { rect: DOMRect; style: CSSStyleDeclaration; edged: boolean };

  function faults(within: string): string[] {
    const found: string[] = [];
    const { clientWidth: width, scrollWidth } = document.documentElement;
    const { dir } = document.documentElement;
    if (scrollWidth > width) {
      const wide = [...document.querySelectorAll('main *')].filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return right > width || left < 0;
      });
      const names = wide.map(({ tagName, className }) => `${tagName} ${className}`).slice(-2);
      found.push(`the page is ${scrollWidth} px wide: ${names.join(', ')}`);
    }
    const boxes = new Map<Element, Box>();
    const boxOf = (element: Element): Box => {
      const known = boxes.get(element);
      if (known) return known;
      const style = getComputedStyle(element);
      const edged =
        style.overflowX !== 'visible' ||
        Number.parseFloat(style.borderInlineStartWidth) > 0 ||
        !/^rgba\(.*, 0\)$|^transparent$/.test(style.backgroundColor);
      const box = { rect: element.getBoundingClientRect(), style, edged };
      boxes.set(element, box);
      return box;
    };
    const pieces = [...words(), ...others()].filter(({ of }) => of.closest(within));
    for (const { rect, of, kind, words: said } of pieces) {
      if (rect.left < -1 || rect.right > width + 1) found.push(`“${said}” leaves the page`);
      // A tick lies on the edge of its chapter, and is to.
      if (kind !== 'text') continue;
      for (
        let around: Element | null = of;
        around && around !== document.body;
        around = around.parentElement
      ) {
        const box = boxOf(around);
        if (!box.edged) continue;
        const beyond = Math.max(box.rect.left - rect.left, rect.right - box.rect.right);
        // Letters may reach above and below their line, but not far.
        const above = Math.max(box.rect.top - rect.top, rect.bottom - box.rect.bottom) - rect.height / 4;
        if (beyond > 1 || above > 1) {
          const far = Math.round(Math.max(beyond, above));
          found.push(`“${said}” sticks out of its ${around.tagName} by ${far} px`);
        }
      }
    }
    return [...new Set([...found, ...overlapping(pieces), ...sides(dir)])];

    /** Every line of every text that can be seen. */
    function words(): Piece[] {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const lines: Piece[] = [];
      while (texts.nextNode()) {
        const of = texts.currentNode.parentElement;
        const said = texts.currentNode.textContent?.trim() ?? '';
        if (!of || said === '' || of.closest('.unseen, [href="#main"]') || !of.checkVisibility()) continue;
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        for (const rect of range.getClientRects()) {
          if (rect.width > 0) lines.push({ rect, of, kind: 'text', words: said.slice(0, 60) });
        }
      }
      return lines;
    }

    function others(): Piece[] {
      const seen = document.querySelectorAll(
        'svg, main input[type="radio"], main input[type="checkbox"], button[data-sound]',
      );
      return [...seen]
        .filter((of) => of.checkVisibility())
        .map((of) => {
          const kind = of.tagName === 'svg' ? 'picture' : 'control';
          const name = of.getAttribute('aria-label') ?? of.getAttribute('name') ?? of.getAttribute('class');
          return { rect: of.getBoundingClientRect(), of, kind, words: `${of.tagName} ${name}`.slice(0, 60) };
        });
    }
  }

  /** Letters, pictures, and controls that lie on one another. */
  function overlapping(pieces: readonly Piece[]): string[] {
    const found: string[] = [];
    // The middle of a line: its letters hardly ever fill all of its height.
    const middle = ({ rect, kind }: Piece) => {
      const spare = kind === 'text' ? rect.height / 4 : 1;
      return { top: rect.top + spare, bottom: rect.bottom - spare };
    };
    const sorted = pieces.map((piece) => ({ ...piece, ...middle(piece) })).sort((a, b) => a.top - b.top);
    for (const [place, one] of sorted.entries()) {
      for (const other of sorted.slice(place + 1)) {
        if (other.top >= one.bottom) break;
        const beside = one.rect.left + 1 >= other.rect.right || other.rect.left + 1 >= one.rect.right;
        const within = one.of.contains(other.of) || other.of.contains(one.of);
        const pictures = one.kind === 'picture' && other.kind === 'picture';
        if (!beside && !within && !pictures) found.push(`“${one.words}” lies on “${other.words}”`);
      }
    }
    return found;
  }

  /** What does not begin on the side where reading begins. */
  function sides(dir: string): string[] {
    const fromStart = (rect: DOMRect, around: DOMRect) =>
      dir === 'rtl' ? around.right - rect.right : rect.left - around.left;
    const found: string[] = [];
    const heading = document.querySelector('h1');
    const letters = document.createRange();
    if (heading) letters.selectNodeContents(heading);
    const [line] = letters.getClientRects();
    if (heading && line && fromStart(line, heading.getBoundingClientRect()) > 3)
      found.push('the heading begins on the wrong side');
    for (const input of document.querySelectorAll('main label input')) {
      const card = input.closest('label')?.getBoundingClientRect();
      const rect = input.getBoundingClientRect();
      if (card && fromStart(rect, card) > card.width / 2) found.push('an option begins on the wrong side');
    }
    return found;
  }

  Object.assign(window, { ruler: { visit, object, open, faults } satisfies Ruler });
}

declare global {
  /** What stood behind the "#" of the address; build/prerender.ts takes it away before anything else happens. */
  var kannwasBrought: string | undefined;
}

/** The code that a card brought along behind the "#" of the address. It is gone from there, and given once. */
export function takeBrought(): string {
  const brought = globalThis.kannwasBrought ?? location.hash;
  globalThis.kannwasBrought = undefined;
  if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  return brought.replace(/\D/g, '');
}

/** What is locked with a secret, as text that travels anywhere. */
export type Sealed = { rounds: number; salt: string; iv: string; text: string };

/**
 * A guess costs so many rounds of SHA-256: about half a second on a cheap phone, and 19 bits more work for whoever tries
 * all secrets. The recommendation of OWASP for PBKDF2.
 */
const rounds = 600_000;

export type Lock = { key: CryptoKey; salt: Uint8Array<ArrayBuffer>; rounds: number };

/** Makes the key of a secret; takes a while, on purpose. */
export async function lockOf(
  secret: string,
  salt: Uint8Array<ArrayBuffer> = crypto.getRandomValues(new Uint8Array(16)),
  times = rounds,
): Promise<Lock> {
  const { subtle } = crypto;
  const base = await subtle.importKey('raw', new TextEncoder().encode(secret), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times };
  const key = await subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return { key, salt, rounds: times };
}

/** Locks something that can be written as JSON. */
export async function seal({ key, salt, rounds }: Lock, what: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(what));
  const text = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain));
  return { rounds, salt: toText(salt), iv: toText(iv), text: toText(text) };
}

/** Opens what was locked. Throws when the secret is another one, or when anything was changed. */
export async function unseal(secret: string, { rounds, salt, iv, text }: Sealed): Promise<unknown> {
  const { key } = await lockOf(secret, fromText(salt), rounds);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromText(iv) }, key, fromText(text));
  return JSON.parse(new TextDecoder().decode(plain));
}

function toText(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

const fromText = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

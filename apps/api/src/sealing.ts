import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
/** In bytes: what stands before the sealed text. */
const ivLength = 12;
const tagLength = 16;

/**
 * Seals bytes with a key of 32 bytes (AES-256-GCM): initialisation vector, tag, and cipher text in one piece.
 * @param about what the bytes belong to; they open for nothing else
 */
export function seal(key: Uint8Array, plain: Uint8Array | string, about: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(about));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

/** Opens what was sealed. @throws Error with another key, for something else, or when a single bit differs */
export function unseal(key: Uint8Array, sealed: Uint8Array, about: string): Buffer {
  const iv = sealed.subarray(0, ivLength);
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagLength })
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(ivLength, ivLength + tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()]);
}

import * as z from 'zod/mini';
import { Language, SiteId } from './codes.ts';
import type { Endpoint } from './endpoint.ts';

/** A text of a language: its file and where it stands in there, such as `survey.questions.gender.options.female`. */
export const TextKey = z
  .string()
  .check(z.maxLength(100), z.regex(/^[a-z][A-Za-z0-9-]*(\.[A-Za-z0-9][A-Za-z0-9_-]*)+$/));
export type TextKey = z.infer<typeof TextKey>;

/** What is taken in, told by the bytes themselves: Opus in Ogg or WebM, MP3, WAV. */
export const soundTypes = ['audio/ogg', 'audio/webm', 'audio/mpeg', 'audio/wav'] as const;
export const SoundType = z.enum(soundTypes);
export type SoundType = z.infer<typeof SoundType>;

/** The largest clip in bytes: half a minute of speech at a modest quality, and not much on a phone's bill. */
export const mostBytes = 500_000;
/** How long a clip may last, in milliseconds: shorter is a slip, longer is not one text. */
export const leastMilliseconds = 300;
export const mostMilliseconds = 120_000;

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** One recording of one text, as the staff see it. */
export const Clip = z.strictObject({
  sha256: Sha256,
  type: SoundType,
  size: z.int(),
  milliseconds: z.int(),
  /** What the text was when the clip was uploaded: a text that changed since is no longer what the voice says. */
  words: z.string(),
  /** Null when the account is gone. */
  uploadedBy: z.nullable(z.string()),
  uploadedAt: z.iso.datetime(),
});
export type Clip = z.infer<typeof Clip>;

/** A text that can be read aloud, with its German, and the clips of it: one to be listened to, one that people hear. */
export const SpokenText = z.strictObject({
  key: TextKey,
  /** Null when the text is gone and only its clips are left. */
  text: z.nullable(z.string()),
  german: z.nullable(z.string()),
  draft: z.nullable(Clip),
  published: z.nullable(Clip),
});
export type SpokenText = z.infer<typeof SpokenText>;

/** What a phone has to know of a clip to fetch and to play it, and to say beforehand how much that is. */
export const PublishedClip = z.strictObject({ sha256: Sha256, type: SoundType, size: z.int() });
export type PublishedClip = z.infer<typeof PublishedClip>;

const site = { siteId: SiteId };
const language = { ...site, language: Language };
const one = { ...language, textKey: TextKey };
/** A file in a request or an answer. */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const languagesEndpoints = {
  clips: {
    method: 'GET',
    url: '/api/sites/:siteId/clips/:language',
    may: 'clip.list',
    summary: 'Every text that can be read aloud in a language, with the clips of the site.',
    schema: {
      params: z.strictObject(language),
      response: { 200: z.strictObject({ texts: z.array(SpokenText) }) },
    },
  },
  uploadClip: {
    method: 'PUT',
    url: '/api/sites/:siteId/clips/:language/:textKey',
    may: 'clip.upload',
    summary: 'Keeps a recording of a text as a draft, in place of an earlier draft.',
    consumes: ['application/octet-stream'],
    schema: { params: z.strictObject(one), body: bytes, response: { 200: Clip } },
  },
  hearClip: {
    method: 'GET',
    url: '/api/sites/:siteId/clips/:language/:textKey/:sha256',
    may: 'clip.list',
    summary: 'A clip as a file, also one that is not published.',
    produces: soundTypes,
    schema: { params: z.strictObject({ ...one, sha256: Sha256 }), response: { 200: bytes } },
  },
  publishClip: {
    method: 'POST',
    url: '/api/sites/:siteId/clips/:language/:textKey/:sha256/publish',
    may: 'clip.publish',
    summary: 'Lets people hear the draft that was listened to; an earlier clip of the text goes.',
    schema: { params: z.strictObject({ ...one, sha256: Sha256 }), response: { 200: Clip } },
  },
  removeClip: {
    method: 'DELETE',
    url: '/api/sites/:siteId/clips/:language/:textKey/:sha256',
    may: 'clip.remove',
    summary: 'Removes a clip, whether people could hear it already or not.',
    schema: {
      params: z.strictObject({ ...one, sha256: Sha256 }),
      response: { 200: z.strictObject({ removed: z.boolean() }) },
    },
  },
  published: {
    method: 'GET',
    url: '/api/sites/:siteId/sound/:language',
    may: 'anyone',
    summary: 'The published clips of a language by the keys of their texts.',
    schema: {
      params: z.strictObject(language),
      response: { 200: z.strictObject({ clips: z.record(TextKey, PublishedClip) }) },
    },
  },
  sound: {
    method: 'GET',
    url: '/api/sites/:siteId/sound/:language/:sha256',
    may: 'anyone',
    summary: 'A published clip as a file; it never changes under its address.',
    produces: soundTypes,
    schema: { params: z.strictObject({ ...language, sha256: Sha256 }), response: { 200: bytes } },
  },
} as const satisfies Record<string, Endpoint>;

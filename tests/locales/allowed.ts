import type { Language } from '@kannwas/schema/codes';

/**
 * What "allowed" is built from in each language. "I can work without it" once came back as "I am not allowed to work"
 * in another survey. A language without a line is not looked at.
 */
export const allowed: Partial<Record<Language | (string & {}), RegExp>> = {
  de: /erlaub|dürfen|darf/i,
  'de-easy': /erlaub|dürfen|darf/i,
  en: /allow|permi/i,
  ar: /سمح|سموح|يحق|تصريح/,
  uk: /дозв|право|заборон/i,
  ru: /разреш|нельзя|право|можно ли/i,
  fa: /اجازه|مجاز/,
  prs: /اجازه|مجاز/,
  ps: /اجاز/,
  ckb: /ڕێگ|مۆڵەت/,
  kmr: /destûr|qedex/i,
  ti: /ፍቃድ|ፍቀድ|ፍቀደ/,
  so: /ogol|oggol|ruqsad|fasax/i,
  tr: /izin|izn|yasak/i,
  fr: /autoris|droit|interdi/i,
  ur: /اجازت/,
};

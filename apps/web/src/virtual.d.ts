declare module 'virtual:newcomer-texts' {
  export const newcomerTexts: Readonly<
    Record<
      import('@kannwas/schema/codes').Language,
      () => Promise<{ common: object; problems: object; survey: object }>
    >
  >;
}

declare module 'virtual:translations' {
  /** How far each language is; see build/languages/summary.ts. */
  export const translations: Readonly<
    Record<import('@kannwas/schema/codes').Language, import('../build/languages/summary.ts').Summary>
  >;
}

declare module 'virtual:typefaces' {
  export const typefaces: Readonly<
    Record<import('@kannwas/schema/codes').Script | 'names', readonly { address: string; letters: string }[]>
  >;
}

declare module 'virtual:pictures' {
  export const addressOf: (sheet: string) => string;
  /** How many bytes travel for the pictures of all occupations and tasks. */
  export const moreBytes: number;
  export const drawnNames: { readonly [S in import('./ui/pictures.ts').Sheet]: readonly string[] };
}

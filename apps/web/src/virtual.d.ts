declare module 'virtual:pictures' {
  export const drawnSheets: {
    readonly [S in import('./ui/pictures.ts').Sheet]: { address: string; names: readonly string[] };
  };
}

declare module 'subset-font' {
  type Options = {
    targetFormat: 'woff2';
    variationAxes: Record<string, { min: number; max: number }>;
  };
  /** Cuts a typeface down to the letters of a text. */
  // biome-ignore lint/style/noDefaultExport: the package exports nothing else.
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}

/**
 * The pictures of the product by meaning, one sheet for each part of the survey: a phone fetches a sheet when it gets
 * there. Names on the right belong to the icon set of the sheet. Only what is listed here ships.
 */
export const sheets = {
  controls: {
    set: 'tabler',
    pictures: {
      back: 'arrow-left',
      language: 'language',
      leave: 'door-exit',
    },
  },
} as const;
export type Sheet = keyof typeof sheets;
export type PictureName<S extends Sheet> = keyof (typeof sheets)[S]['pictures'] & string;

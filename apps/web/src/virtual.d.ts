declare module 'virtual:pictures' {
  import type { Sheet } from './ui/pictures.ts';
  export const sheetAddress: Record<Sheet, string>;
}

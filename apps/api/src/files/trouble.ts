/** What is wrong in a row, where, and what to do about it, in plain words. */
export type Trouble = { row: number; column: string; what: string; remedy: string };

/** A file that cannot be read at all, in plain words. */
export class FileError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FileError';
  }
}

/** A cell that cannot be taken. Whoever reads the rows notes it and reads on. */
export class CellError extends Error {
  readonly column: string;
  readonly remedy: string;

  constructor(column: string, what: string, remedy: string) {
    super(what);
    this.name = 'CellError';
    this.column = column;
    this.remedy = remedy;
  }
}

/** As many as somebody reads; the rest is counted. */
const mostShown = 20;

/** What is wrong in one file: the first of them in full, and how many there are. */
export class Troubles {
  readonly shown: Trouble[] = [];
  count = 0;

  add(trouble: Trouble): void {
    this.count += 1;
    if (this.shown.length < mostShown) this.shown.push(trouble);
  }

  /** One line for each, ready to be printed. */
  lines(file: string): string[] {
    const more = this.count - this.shown.length;
    return [
      ...this.shown.map(
        ({ row, column, what, remedy }) => `${file}, row ${row}, column ${column}: ${what} ${remedy}`,
      ),
      ...(more > 0 ? [`${file}: and ${more} more of this kind.`] : []),
    ];
  }
}

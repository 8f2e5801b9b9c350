import type { PartKind } from '../../db/imported.ts';
import type { TableRow } from '../../files/table.ts';
import { CellError } from '../../files/trouble.ts';

export type LabelKind = 'preferred' | 'alt' | 'hidden';
/** A row as it is kept: the columns of its own table, and its labels. */
export type Kept = {
  columns: Readonly<Record<string, string | null>>;
  labels: readonly { kind: LabelKind; text: string }[];
};

/** One kind of list: which file it is in, which columns it must have, and what a row of it says. */
export type List = {
  kind: PartKind;
  /** Matches the file's name; the first group is the language, where the name has one. */
  file: RegExp;
  needed: readonly string[];
  /** The names of its columns in our table. */
  columns: readonly string[];
  /** Those that together stand in one row only. */
  key: readonly string[];
  /** Says what to keep; undefined for a row that is left out on purpose. @throws CellError */
  read: (row: TableRow, language: string) => Kept | undefined;
};

const asPublished = 'Take the file as it was published; a spreadsheet program may have changed it.';

/** The lists that are read out of an official zip of ESCO; what else is in it is not needed. */
export const escoLists: readonly List[] = [
  {
    kind: 'groups',
    file: /^ISCOGroups_([a-z]{2,3})\.csv$/,
    needed: ['conceptUri', 'code', 'preferredLabel'],
    columns: ['code'],
    key: ['code'],
    read: (row, language) => {
      const code = matching(row, 'code', /^\d{1,4}$/, 'a code of ISCO-08, such as 5120');
      return { columns: { code }, labels: labelsOf(row, language) };
    },
  },
  {
    kind: 'occupations',
    file: /^occupations_([a-z]{2,3})\.csv$/,
    needed: ['conceptUri', 'iscoGroup', 'preferredLabel', 'altLabels'],
    columns: ['occupation', 'unit_group', 'code'],
    key: ['occupation'],
    read: (row, language) => {
      if (!isReleased(row)) return undefined;
      const occupation = addressed(row, 'conceptUri', 'occupation');
      const unit_group = matching(row, 'iscoGroup', /^\d{4}$/, 'a unit group of four digits, such as 0110');
      return {
        columns: { occupation, unit_group, code: row.cell('code') || null },
        labels: labelsOf(row, language, true),
      };
    },
  },
  {
    kind: 'skills',
    file: /^skills_([a-z]{2,3})\.csv$/,
    needed: ['conceptUri', 'skillType', 'reuseLevel', 'preferredLabel', 'altLabels'],
    columns: ['skill', 'type', 'reuse_level'],
    key: ['skill'],
    read: (row, language) => {
      if (!isReleased(row)) return undefined;
      const skill = addressed(row, 'conceptUri', 'skill');
      const [type, reuse_level] = [row.cell('skillType') || null, row.cell('reuseLevel') || null];
      return { columns: { skill, type, reuse_level }, labels: labelsOf(row, language) };
    },
  },
  {
    kind: 'relations',
    file: /^occupationSkillRelations(?:_[a-z]{2,3})?\.csv$/,
    needed: ['occupationUri', 'relationType', 'skillUri'],
    columns: ['occupation', 'skill', 'relation'],
    key: ['occupation', 'skill'],
    read: (row) => {
      const occupation = addressed(row, 'occupationUri', 'occupation');
      const skill = addressed(row, 'skillUri', 'skill');
      const relation = matching(row, 'relationType', /^(essential|optional)$/, 'essential or optional');
      return { columns: { occupation, skill, relation }, labels: [] };
    },
  },
];

/** The way from ESCO to the KldB 2010, as the Bundesagentur für Arbeit publishes it. */
export const kldbList: List = {
  kind: 'kldb',
  file: /\.csv$/i,
  needed: ['Classification 1 URI', 'Classification 2 ID', 'Classification 2 PrefLabel', 'Mapping relation'],
  columns: ['concept', 'kldb', 'title', 'label', 'relation'],
  key: ['concept', 'title'],
  read: (row) => {
    const title = matching(row, 'Classification 2 ID', /^(B \d{5}-\d{3}|BE \d{4})$/, 'such as B 81302-100');
    // Where the KldB has nothing that fits, the file leads back to a unit group of ISCO-08.
    if (title.startsWith('BE ')) return undefined;
    const form = /^(?:exact|close|narrow|broad)Match$/;
    const relation = row.cell('Mapping relation').replace(/^skos:/, '');
    if (!form.test(relation)) throw wrong(row, 'Mapping relation', 'such as skos:exactMatch');
    return {
      columns: {
        concept: addressed(row, 'Classification 1 URI', '(?:occupation|isco)'),
        kldb: title.slice(2, 7),
        title,
        label: row.cell('Classification 2 PrefLabel'),
        relation,
      },
      labels: [],
    };
  },
};

const isReleased = (row: TableRow) => ['', 'released'].includes(row.cell('status'));

/** What identifies a concept: the last part of its address. */
function addressed(row: TableRow, column: string, of: string): string {
  const form = new RegExp(`^https?://data\\.europa\\.eu/esco/${of}/([A-Za-z0-9.-]+)$`);
  const [, name] = form.exec(row.cell(column)) ?? [];
  if (name === undefined) throw wrong(row, column, 'an address that begins with http://data.europa.eu/esco/');
  return name;
}

function matching(row: TableRow, column: string, form: RegExp, expected: string): string {
  const text = row.cell(column);
  if (!form.test(text)) throw wrong(row, column, expected);
  return text;
}

function wrong(row: TableRow, column: string, expected: string): CellError {
  const text = row.cell(column);
  const found = text === '' ? 'is empty' : `is “${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
  return new CellError(column, `${found}; it should be ${expected}.`, asPublished);
}

const labelColumns = { preferredLabel: 'preferred', altLabels: 'alt', hiddenLabels: 'hidden' } as const;

/** Every label once, the preferred ones first. */
function labelsOf(row: TableRow, language: string, ofPeople = false): Kept['labels'] {
  const labels = new Map<string, LabelKind>();
  for (const [column, kind] of Object.entries(labelColumns)) {
    for (const line of row.cell(column).split('\n')) {
      for (const text of ofPeople ? bothGenders(line, language) : [line.trim()]) {
        if (text !== '' && !labels.has(text)) labels.set(text, kind);
      }
    }
  }
  return [...labels].map(([text, kind]) => ({ kind, text }));
}

/** In these languages a stroke stands between the names of a man and of a woman; elsewhere it belongs to the name. */
const gendered: readonly string[] = ['ar', 'de', 'fr'];

/** "Koch/Köchin" is two names, "Techniker/-in" as well; "Elektro-/Elektronikmonteur" is one. */
export function bothGenders(label: string, language: string): string[] {
  const parts = label.split('/').map((part) => part.trim());
  const [first = '', second = ''] = parts;
  if (!gendered.includes(language) || parts.length !== 2) return [label.trim()];
  if (second.startsWith('-')) return [first, `${first}${second.slice(1)}`];
  return first.endsWith('-') || first === '' || second === '' ? [label.trim()] : [first, second];
}

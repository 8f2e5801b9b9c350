import type { ColumnType, Generated } from 'kysely';

/** What a list of an import holds. */
export type PartKind = 'groups' | 'occupations' | 'skills' | 'relations' | 'kldb';
type RowOfPart = { part_id: number; row: number };

/** The tables of lists that an operator imported, each row under the part that brought it (decision 0021). */
export type Imported = {
  esco_part: {
    part_id: number;
    kind: PartKind;
    language: string;
    version: string;
    file_hash: string;
    file_name: string;
    state: Generated<'staged' | 'current' | 'replaced'>;
    rows_kept: Generated<number>;
    started_at: Generated<Date>;
    imported_at: ColumnType<Date, Date | string, Date | string> | null;
  };
  esco_group: RowOfPart & { code: string };
  esco_occupation: RowOfPart & { occupation: string; unit_group: string; code: string | null };
  esco_skill: RowOfPart & { skill: string; type: string | null; reuse_level: string | null };
  esco_label: RowOfPart & { place: number; kind: 'preferred' | 'alt' | 'hidden'; text: string };
  esco_relation: RowOfPart & { occupation: string; skill: string; relation: string };
  esco_kldb: RowOfPart & { concept: string; kldb: string; title: string; label: string; relation: string };
};

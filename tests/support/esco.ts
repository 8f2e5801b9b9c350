import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Small files of our own in the official formats; nothing of the official content is in them. */
export const concept = (n: number) => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;
const occupation = (n: number) => `http://data.europa.eu/esco/occupation/${concept(n)}`;
const skill = (n: number) => `http://data.europa.eu/esco/skill/${concept(n)}`;

type Cells = readonly string[];
/** With a byte order mark and the line endings of Windows, as some official files have them. */
export function csv(header: string, rows: readonly Cells[]): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\uFEFF${[header, ...rows.map((cells) => cells.map(quoted).join(','))].join('\r\n')}\r\n`;
}

const occupationColumns =
  'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description';

type Occupation = { n: number; group: string; label: string; more?: string[]; status?: string };

/** Of version 1.0; later ones have a code more, and those from 1.2 on something that we do not know. */
export function occupations(rows: readonly Occupation[], version: '1.0' | '1.1' | '1.2' = '1.1'): string {
  const later = { '1.0': '', '1.1': ',code', '1.2': ',code,naceCode' }[version];
  const extra = { '1.0': [], '1.1': ['1.1'], '1.2': ['1.1', 'http://data.europa.eu/ux2/nace2.1/10'] }[
    version
  ];
  return csv(
    occupationColumns + later,
    rows.map(({ n, group, label, more = [], status = 'released' }) => [
      'Occupation',
      occupation(n),
      group,
      label,
      more.join('\n'),
      '',
      status,
      '2022-01-01T00:00:00Z',
      '',
      '',
      '',
      'one,\nanother',
      `Says "${label}",\nover two lines.`,
      ...extra,
    ]),
  );
}

export function skills(rows: readonly { n: number; type: string; label: string; more?: string[] }[]): string {
  return csv(
    'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description',
    rows.map(({ n, type, label, more = [] }) => [
      'KnowledgeSkillCompetence',
      skill(n),
      type,
      '',
      label,
      more.join('\n'),
      '',
      'released',
      '',
      '',
      '',
      '',
      '',
    ]),
  );
}

export function relations(
  rows: readonly (readonly [occupation: number, kind: string, skill: number])[],
): string {
  return csv(
    'occupationUri,relationType,skillType,skillUri',
    rows.map(([of, kind, needs]) => [occupation(of), kind, '', skill(needs)]),
  );
}

export function groups(rows: readonly (readonly [code: string, label: string])[]): string {
  return csv(
    'conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description',
    rows.map(([code, label]) => [
      'ISCOGroup',
      `http://data.europa.eu/esco/isco/C${code}`,
      code,
      label,
      'released',
      '',
      '',
      'Excluded:\n- "others"',
    ]),
  );
}

/** As the Bundesagentur publishes it, with what stands before the header. */
export function kldb(
  rows: readonly (readonly [concept: string, id: string, label: string, relation: string])[],
) {
  const preamble = [
    'Mapping project name,ESCO - Klassifikation der Berufe 2010,,,,',
    'Mapping project version,20220518,,,,',
    ',,,,,',
  ];
  const lines = rows.map(([of, id, label, relation]) => {
    const uri = of.startsWith('C')
      ? `http://data.europa.eu/esco/isco/${of}`
      : `http://data.europa.eu/esco/occupation/${of}`;
    return `${uri},"Name","${id}","${label}",skos:${relation},`;
  });
  const header =
    'Classification 1 URI,Classification 1 PrefLabel,Classification 2 ID,Classification 2 PrefLabel,Mapping relation,Editorial note';
  return [...preamble, header, ...lines, ''].join('\n');
}

/** Makes a zip in a folder; its name says version and language, as the official ones do. */
export async function zip(folder: string, name: string, files: Record<string, string>): Promise<string> {
  const path = join(folder, name);
  const made = new ZipFile();
  for (const [file, text] of Object.entries(files)) made.addBuffer(Buffer.from(text), file);
  made.end();
  await pipeline(made.outputStream, createWriteStream(path));
  return path;
}

export const zipName = (version: string, language: string) =>
  `ESCO dataset - v${version} - classification - ${language} - csv.zip`;

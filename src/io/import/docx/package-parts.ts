import { ImportError } from '../import-error.ts';
import { readZip, type Archive } from './read-zip.ts';
import { walkXml } from './walk-xml.ts';

interface Relationship {
  /** Last word of the type: `styles`, `footnotes`, `hyperlink`. */
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

export interface DocxPackage {
  /** Name of the main part. */
  readonly main: string;
  /** The bytes of a part that the main part names by type, and its name; null where there is none. */
  readonly partOf: (type: string) => { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly mainBytes: Uint8Array;
  /** Addresses of the main part's outer links by relationship id. */
  readonly links: ReadonlyMap<string, string>;
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

const readRelationships = (archive: Archive, of: string): ReadonlyMap<string, Relationship> => {
  const folder = folderOf(of);
  const name = `${folder}_rels/${of.slice(folder.length)}.rels`;
  const found = new Map<string, Relationship>();
  const bytes = archive.read(name);
  if (bytes === null) return found;
  walkXml(bytes, name, {
    open: (element, attributes) => {
      if (element !== 'rel:Relationship') return;
      const type = attributes('Type') ?? '';
      found.set(attributes('Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: attributes('Target') ?? '',
        isExternal: attributes('TargetMode') === 'External',
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
};

/** The part a relationship points at, as a name in the archive. */
const resolveTarget = (from: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folderOf(from)}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
};

const refuseOther = (archive: Archive): never => {
  const has = (start: string): boolean => archive.names.some((name) => name.startsWith(start));
  const hint = 'Open it in the program it was made with and save it as a Word document (.docx).';
  if (has('xl/'))
    throw new ImportError('wrong-type', 'This is an Excel workbook, not a Word document.', hint);
  if (has('ppt/'))
    throw new ImportError('wrong-type', 'This is a PowerPoint presentation, not a Word document.', hint);
  if (has('content.xml'))
    throw new ImportError('wrong-type', 'This is an OpenDocument file, not a Word document.', hint);
  throw new ImportError(
    'wrong-type',
    'This zip archive holds no Word document (no word/document.xml).',
    hint,
  );
};

/** Finds the parts of a Word file by its relationships. Throws ImportError where it is none. */
export function openPackage(bytes: Uint8Array): DocxPackage {
  const archive = readZip(bytes);
  const roots = [...readRelationships(archive, '').values()];
  const root = roots.find(({ type, isExternal }) => type === 'officeDocument' && !isExternal);
  let main = root === undefined ? 'word/document.xml' : resolveTarget('', root.target);
  if (!archive.names.includes(main)) main = 'word/document.xml';
  if (main.startsWith('xl/') || main.startsWith('ppt/')) return refuseOther(archive);
  const mainBytes = archive.read(main) ?? refuseOther(archive);
  const relationships = [...readRelationships(archive, main)];
  const partOf = (type: string): { name: string; bytes: Uint8Array } | null => {
    const target = relationships.find(([, relation]) => relation.type === type && !relation.isExternal)?.[1]
      .target;
    if (target === undefined) return null;
    const name = resolveTarget(main, target);
    const content = archive.read(name);
    return content === null ? null : { name, bytes: content };
  };
  const links = relationships
    .filter(([, relation]) => relation.type === 'hyperlink' && relation.isExternal)
    .map(([id, relation]) => [id, relation.target] as const);
  return { main, partOf, mainBytes, links: new Map(links) };
}

import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { writeWhole } from '../io/files/write-file.ts';
import { UserError } from '../io/user-error.ts';

const manifest = (
  name: string,
): string => `# A rule pack. docs/rules.md says how to write one; "clausewatch rules test ." tries it.
pack: ${name}
version: 0.1.0
# Rules of the shipped pack that you do not want:
off: []
`;

const LEXICON = `# Words of each concept. A member is one thing with all its names, parted by "|".
my.satellite: [direct-to-device | D2D, satellite constellation*]
`;

const RULES = `# Rules over concepts: what a change does, never what a text says.
- id: my-satellites
  label: my-satellite-watch
  base: 2
  title: {en: Satellites come in, fr: Arrivée des satellites}
  message: {en: Brings satellite services into the resolution., fr: Fait entrer les services par satellite dans la résolution.}
  why: {en: We follow this subject., fr: Nous suivons ce sujet.}
  charitable: {en: It may only mention them., fr: Il peut ne s'agir que d'une mention.}
  cure: {en: Say that no new work follows from it., fr: Dire qu'aucun nouveau travail n'en découle.}
  about: [my.satellite]
  when: {gains: my.satellite}
  tests:
    - {lang: en, before: to study networks;, after: to study networks and D2D;, expect: flag}
    - {lang: en, before: null, after: to examine how satellite constellations share the spectrum;, expect: flag}
    - {lang: en, before: to study D2D;, after: to study D2D again;, expect: quiet, why: kept}
    - {lang: en, before: null, after: 'to report on the workshop "D2D for beginners";', expect: quiet, why: title}
`;

/** Makes a folder with a small pack that loads, to start from. Throws a UserError when the folder holds something. */
export function newPack(folder: string): readonly string[] {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new UserError(`${folder} is there already and not empty`, { hint: 'name another folder' });
  }
  const name =
    basename(resolve(folder))
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '-') || 'my-pack';
  const files = { 'pack.yaml': manifest(name), 'lexicon/en.yaml': LEXICON, 'rules.yaml': RULES };
  return Object.entries(files).map(([file, content]) => {
    const path = join(folder, file);
    writeWhole(path, content);
    return path;
  });
}

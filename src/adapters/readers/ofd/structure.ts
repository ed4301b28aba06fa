import { posix } from 'node:path';
import { phrase } from '../../../domain/phrase.js';
import { damaged, ReadFault } from '../reader.js';
import type { OfdPackage } from './ofd-package.js';
import { boxOf, isTrue, type OfdBox } from './values.js';

/** One document of an OFD file: mostly there is one. */
export interface OfdDocument {
  /** Its main part. */
  readonly part: string;
  /** Parts of the pages in order; null for one that is not there. */
  readonly pages: readonly (string | null)[];
  /** Parts of the templates by id. */
  readonly templates: ReadonlyMap<string, string>;
  readonly resources: readonly string[];
  /** Of pages that have none of their own. */
  readonly pageBox: OfdBox | null;
  readonly annotations: string | null;
  readonly attachments: string | null;
}

/** Main parts of the documents that OFD.xml names, each in its current version. Throws `file-encrypted` for a locked file. */
export function documentParts(source: OfdPackage): string[] {
  const bodies: { root: string | null; version: string | null }[] = [];
  let locked = source.has('Encryptions.xml');
  source.walk(source.main, {
    open(element, attribute) {
      if (element === 'DocBody') bodies.push({ root: null, version: null });
      const body = bodies.at(-1);
      if (body && element === 'Version' && isTrue(attribute('Current')))
        body.version = attribute('BaseLoc') ?? null;
    },
    close(element, text) {
      const body = bodies.at(-1);
      if (element === 'Encryptions') locked = true;
      if (body && element === 'DocRoot') body.root = source.find(text, source.main);
    },
  });
  if (locked) throw new ReadFault('file-encrypted');
  const parts = bodies.flatMap(({ root, version }) => {
    const part = (version && currentRoot(source, version)) || root;
    return part === null ? [] : [part];
  });
  if (parts.length === 0) throw damaged(phrase('找不到文档部分', 'the document it names is missing'));
  return parts;
}

function currentRoot(source: OfdPackage, location: string): string | null {
  const part = source.find(location, source.main);
  if (part === null) return null;
  let root: string | null = null;
  source.walk(part, {
    close(element, text) {
      if (element === 'DocRoot') root = source.find(text, part);
    },
  });
  return root;
}

/** What a document's main part says of its parts. */
export function readDocument(source: OfdPackage, part: string): OfdDocument {
  const pages: (string | null)[] = [];
  const templates = new Map<string, string>();
  const resources: string[] = [];
  const found = {
    box: null as OfdBox | null,
    annotations: null as string | null,
    attachments: null as string | null,
  };
  const locate = (location: string) => source.find(location, part);
  source.walk(part, {
    open(element, attribute) {
      const location = attribute('BaseLoc');
      if (element === 'Page') pages.push(location === undefined ? null : locate(location));
      if (element !== 'TemplatePage' || location === undefined) return;
      const template = locate(location);
      if (template !== null) templates.set(attribute('ID') ?? '', template);
    },
    close(element, text) {
      if (element === 'PhysicalBox') found.box = boxOf(text);
      else if (element === 'PublicRes' || element === 'DocumentRes') resources.push(...known(locate(text)));
      else if (element === 'Annotations') found.annotations = locate(text);
      else if (element === 'Attachments') found.attachments = locate(text);
    },
  });
  const { box, annotations, attachments } = found;
  return { part, pages, templates, resources, pageBox: box, annotations, attachments };
}

const known = (part: string | null): string[] => (part === null ? [] : [part]);

/** The folder that writers count from where they should count from the part. */
export const folderOf = (document: OfdDocument): string => posix.dirname(document.part);

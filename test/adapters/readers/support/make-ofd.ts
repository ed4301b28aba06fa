import { strToU8, zipSync } from 'fflate';

export interface OfdParts {
  /** Content of each page: objects as `text(...)` makes them; null leaves the page's part out. */
  readonly pages: readonly (string | null)[];
  /** Further elements of each page before its content: areas, templates. */
  readonly pageHead?: string;
  /** Contents of templates, with ids t0, t1 … */
  readonly templates?: readonly string[];
  /** Further elements of Document.xml, and of its CommonData. */
  readonly document?: string;
  readonly common?: string;
  /** Instead of what OFD.xml says of the document. */
  readonly body?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** How parts and locations are written. */
  readonly path?: (path: string) => string;
  readonly prefix?: string;
  readonly namespace?: string;
}

/** A text object at a place in millimetres, 5 mm high, its characters as far apart unless told. */
export const text = (
  characters: string,
  x: number,
  y: number,
  { object = '', code = `X="0" Y="0" DeltaX="g ${characters.length} 5"` } = {},
): string =>
  `<TextObject ID="9" Boundary="${x} ${y} 100 5" Font="1" Size="5" ${object}><TextCode ${code}>${characters}</TextCode></TextObject>`;

/** An OFD file, its objects given without a prefix. */
export function makeOfd(parts: OfdParts): Uint8Array {
  const { path = (same) => same, prefix = 'ofd:', namespace = 'http://www.ofdspec.org/2016' } = parts;
  const declaration = namespace && ` xmlns${prefix ? `:${prefix.slice(0, -1)}` : ''}="${namespace}"`;
  const part = (element: string, content: string) =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><${element}>${content}</${element}>`
        .replace(/<(\/?)(?=\w)/g, `<$1${prefix}`)
        .replace(`<${prefix}${element}`, `<${prefix}${element}${declaration}`),
    );
  const files: Record<string, Uint8Array> = {};
  const put = (file: string, content: Uint8Array) => {
    files[path(file)] = content;
  };
  const body = parts.body ?? `<DocBody><DocRoot>${path('Doc_0/Document.xml')}</DocRoot></DocBody>`;
  put('OFD.xml', part('OFD', body));
  const templates = parts.templates ?? [];
  const common = `<PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>${templates
    .map((_t, i) => `<TemplatePage ID="t${i}" BaseLoc="${path(`Tpls/${i}.xml`)}"/>`)
    .join('')}${parts.common ?? ''}`;
  const pages = parts.pages.map(
    (_p, i) => `<Page ID="${i + 1}" BaseLoc="${path(`Pages/${i}/Content.xml`)}"/>`,
  );
  put(
    'Doc_0/Document.xml',
    part(
      'Document',
      `<CommonData>${common}</CommonData><Pages>${pages.join('')}</Pages>${parts.document ?? ''}`,
    ),
  );
  const content = (objects: string) => `<Content><Layer ID="5">${objects}</Layer></Content>`;
  for (const [i, objects] of templates.entries()) put(`Doc_0/Tpls/${i}.xml`, part('Page', content(objects)));
  for (const [i, objects] of parts.pages.entries()) {
    if (objects !== null)
      put(`Doc_0/Pages/${i}/Content.xml`, part('Page', `${parts.pageHead ?? ''}${content(objects)}`));
  }
  for (const [file, inner] of Object.entries(parts.files ?? {})) {
    const [element = ''] = /\w+/.exec(inner) ?? [];
    put(file, part(element, inner.slice(inner.indexOf('>') + 1, inner.lastIndexOf('<'))));
  }
  return zipSync(files);
}

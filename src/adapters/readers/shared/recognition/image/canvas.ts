import { createRequire } from 'node:module';

/** The part of a canvas that is used here. */
export interface DrawnCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): DrawingContext;
}

interface DrawingContext {
  fillStyle: string;
  imageSmoothingQuality: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  drawImage(image: unknown, x: number, y: number, width: number, height: number): void;
  getImageData(
    x: number,
    y: number,
    width: number,
    height: number,
  ): { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };
}

interface CanvasPackage {
  createCanvas(width: number, height: number): DrawnCanvas;
  loadImage(bytes: Uint8Array): Promise<{ readonly width: number; readonly height: number }>;
}

const fromPdfParse = createRequire(createRequire(import.meta.url).resolve('pdf-parse'));
let loaded: CanvasPackage | null = null;

/** The canvas that pdf-parse brings; it decodes pictures too. Loaded when it is first needed: it takes some 60 MiB. */
export function canvasPackage(): CanvasPackage {
  loaded ??= fromPdfParse('@napi-rs/canvas') as CanvasPackage;
  return loaded;
}

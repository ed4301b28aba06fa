import { phrase } from '../../../../../domain/phrase.js';
import { damaged } from '../../../reader.js';
import { canvasPackage } from './canvas.js';
import type { PagePicture } from './page-picture.js';
import { checkPictureSize, statedSize, workingScale } from './picture-size.js';

export interface DecodedPicture {
  readonly picture: PagePicture;
  /** Pixels of the file to a pixel of the picture. */
  readonly scale: number;
}

/** A PNG, JPEG or GIF file as pixels, at the size that recognition works on. Its size is checked before it is decoded. */
export async function decodePicture(bytes: Uint8Array): Promise<DecodedPicture> {
  checkPictureSize(statedSize(bytes));
  const { createCanvas, loadImage } = canvasPackage();
  const image = await loadImage(bytes).catch((thrown: unknown) => {
    throw damaged(phrase('图片无法解码', 'the picture cannot be decoded'), thrown);
  });
  checkPictureSize(image);
  const scale = workingScale(image);
  const [width, height] = [
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  ];
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  return { picture: context.getImageData(0, 0, width, height), scale: 1 / scale };
}

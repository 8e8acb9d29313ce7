import type { Measure } from './svg.ts';

/** Twice as many pixels as the picture is wide: it is looked at large. */
const SCALE = 2;
/** Browsers refuse larger canvases. */
const LARGEST = 16_000;

/** Asks the browser how wide texts are. */
export function measuring(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  return (text, font) => {
    if (context === null) return text.length * 7;
    context.font = font;
    return context.measureText(text).width;
  };
}

/** The same picture in pixels, by the browser's own hand. Rejects when it cannot draw it. */
export async function asPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(SCALE, LARGEST / Math.max(image.width, image.height));
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => { if (blob === null) reject(new Error('The browser could not draw the picture.')); else resolve(blob); }, 'image/png'));
}

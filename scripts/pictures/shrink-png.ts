import { crc32, deflateSync, inflateSync } from "node:zlib";

/**
 * The same picture in at most 256 colours: a third of the size, and no eye sees it on a page of flat colours and text.
 * Reads what Chromium writes: eight bits per channel, red, green and blue with or without alpha, not interlaced.
 */
export function shrinkPng(png: Buffer): Buffer {
  const { width, height, channels, pixels } = readPng(png);
  const counts = new Map<number, number>();
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) {
    const from = at * channels;
    const colour = (pixels[from]! << 16) | (pixels[from + 1]! << 8) | pixels[from + 2]!;
    colours[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = paletteOf(counts);
  const nearest = new Map([...counts.keys()].map((colour) => [colour, nearestIn(palette, colour)]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = nearest.get(colours[y * width + x]!)!;
  }
  const head = Buffer.from(png.subarray(16, 16 + 13));
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The commonest colours, none too near to one that is kept already. */
function paletteOf(counts: ReadonlyMap<number, number>): number[] {
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  for (let apart = 0; ; apart += 24) {
    const kept: number[] = [];
    for (const colour of byCount) {
      if (kept.every((one) => distance(one, colour) > apart)) kept.push(colour);
      if (kept.length > 256) break;
    }
    if (kept.length <= 256) return kept;
  }
}

function nearestIn(palette: readonly number[], colour: number): number {
  let best = 0;
  for (let at = 1; at < palette.length; at += 1) {
    if (distance(palette[at]!, colour) < distance(palette[best]!, colour)) best = at;
  }
  return best;
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)];
  return 3 * red * red + 4 * green * green + 2 * blue * blue;
}

function readPng(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, kind, interlaced] = [png[24], png[25], png[28]];
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0) throw new Error("这种 PNG 不会读");
  const channels = kind === 2 ? 3 : 4;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") {
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  return { width, height, channels, pixels: unfiltered(inflateSync(Buffer.concat(parts)), width * channels, channels) };
}

/** PNG writes each byte as its difference from neighbours, in one of five ways named at the row's beginning. */
function unfiltered(raw: Buffer, row: number, channels: number): Uint8Array {
  const height = raw.length / (row + 1);
  const pixels = new Uint8Array(height * row);
  for (let y = 0; y < height; y += 1) {
    const way = raw[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const left = x >= channels ? pixels[at - channels]! : 0;
      const up = y > 0 ? pixels[at - row]! : 0;
      const corner = x >= channels && y > 0 ? pixels[at - row - channels]! : 0;
      const guess =
        way === 1 ? left : way === 2 ? up : way === 3 ? (left + up) >> 1 : way === 4 ? paeth(left, up, corner) : 0;
      pixels[at] = raw[y * (row + 1) + 1 + x]! + guess;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

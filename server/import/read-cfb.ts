import { UnreadableFile } from "./read-raw.ts";

/** The streams of an OLE2 compound file by name: the box in which an .xls lies. */
export function readCfb(file: Buffer): ReadonlyMap<string, Buffer> {
  try {
    return streamsOf(file);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw damaged(error);
  }
}

export function damaged(cause: unknown): UnreadableFile {
  return new UnreadableFile(
    "FILE_DAMAGED",
    "文件已损坏或不完整，无法读取。",
    "请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后重新上传。",
    cause,
  );
}

/** Sector numbers from here on mean end of chain, free and the like. */
const LAST_SECTOR = 0xfffffffa;
const DIRECTORY_ENTRY = 128;

function streamsOf(file: Buffer): Map<string, Buffer> {
  const sectorSize = 1 << file.readUInt16LE(30);
  const miniSize = 1 << file.readUInt16LE(32);
  const miniCutoff = file.readUInt32LE(56);
  if (sectorSize < 512 || sectorSize > 4096 || miniSize > sectorSize) throw new RangeError("sector size");
  const sector = (number: number): Buffer => {
    const start = (number + 1) * sectorSize;
    if (start >= file.length) throw new RangeError(`sector ${number} is outside the file`);
    return file.subarray(start, start + sectorSize);
  };

  const fat = fatOf(file, sector, sectorSize);
  const chain = (first: number): Buffer => {
    const pieces: Buffer[] = [];
    for (let at = first; at < LAST_SECTOR; at = fat[at] ?? LAST_SECTOR) {
      pieces.push(sector(at));
      if (pieces.length > fat.length) throw new RangeError("a chain of sectors that never ends");
    }
    return Buffer.concat(pieces);
  };

  const directory = chain(file.readUInt32LE(48));
  const entries = [];
  for (let at = 0; at + DIRECTORY_ENTRY <= directory.length; at += DIRECTORY_ENTRY) {
    const nameLength = Math.min(64, directory.readUInt16LE(at + 64));
    entries.push({
      name: directory.toString("utf16le", at, at + Math.max(0, nameLength - 2)),
      type: directory[at + 66]!,
      first: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }

  const root = entries.find(({ type }) => type === 5);
  const miniStream = root && root.first < LAST_SECTOR ? chain(root.first) : Buffer.alloc(0);
  const miniFatBytes = file.readUInt32LE(60) < LAST_SECTOR ? chain(file.readUInt32LE(60)) : Buffer.alloc(0);
  const mini = (first: number): Buffer => {
    const pieces: Buffer[] = [];
    for (
      let at = first;
      at < LAST_SECTOR && at * 4 + 4 <= miniFatBytes.length;
      at = miniFatBytes.readUInt32LE(at * 4)
    ) {
      pieces.push(miniStream.subarray(at * miniSize, (at + 1) * miniSize));
      if (pieces.length * 4 > miniFatBytes.length) throw new RangeError("a chain of mini sectors that never ends");
    }
    return Buffer.concat(pieces);
  };

  const streams = new Map<string, Buffer>();
  for (const { name, type, first, size } of entries) {
    if (type !== 2) continue;
    const bytes = size === 0 ? Buffer.alloc(0) : size < miniCutoff ? mini(first) : chain(first);
    if (bytes.length < size) throw new RangeError(`stream ${name} is cut off`);
    streams.set(name, bytes.subarray(0, size));
  }
  return streams;
}

/** Which sector follows which: listed in sectors that the header and the DIFAT chain name. */
function fatOf(file: Buffer, sector: (number: number) => Buffer, sectorSize: number): Uint32Array {
  const places: number[] = [];
  for (let at = 76; at < 512; at += 4) places.push(file.readUInt32LE(at));
  const perSector = sectorSize / 4 - 1;
  for (let next = file.readUInt32LE(68), seen = 0; next < LAST_SECTOR; seen++) {
    if (seen > file.length / sectorSize) throw new RangeError("a DIFAT chain that never ends");
    const more = sector(next);
    for (let index = 0; index < perSector; index++) places.push(more.readUInt32LE(index * 4));
    next = more.readUInt32LE(perSector * 4);
  }
  const used = places.filter((place) => place < LAST_SECTOR);
  const fat = new Uint32Array((used.length * sectorSize) / 4);
  used.forEach((place, order) => {
    const bytes = sector(place);
    for (let index = 0; index * 4 + 4 <= bytes.length; index++)
      fat[(order * sectorSize) / 4 + index] = bytes.readUInt32LE(index * 4);
  });
  return fat;
}

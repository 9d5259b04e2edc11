import { type FileHandle, open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { UnreadableFile } from "./read-raw.ts";

/**
 * A zip file's parts by name, each unpacked as a stream from where it lies. Through the central directory and node's
 * own inflate: a whole sheet's text is never held, and every unpacked byte counts against the limit.
 */
export class ZipFile {
  readonly names: readonly string[];
  readonly #file: FileHandle;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limit: number;
  #unpacked = 0;

  private constructor(file: FileHandle, entries: ReadonlyMap<string, Entry>, limit: number) {
    this.#file = file;
    this.#entries = entries;
    this.#limit = limit;
    this.names = [...entries.keys()];
  }

  static async open(path: string, unpackedLimit: number): Promise<ZipFile> {
    const file = await open(path, "r");
    try {
      return new ZipFile(file, await readDirectory(file), unpackedLimit);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The part's bytes, in pieces. Throws `UnreadableFile` when they are damaged or too many. */
  async *chunks(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (!entry) throw damaged(`no part ${name}`);
    const start = await this.#dataStart(entry);
    let checksum = 0;
    let seen = 0;
    try {
      const packed = Readable.from(pieces(this.#file, start, entry.packedSize));
      const bytes: AsyncIterable<Buffer> =
        entry.method === 0 ? packed : pipeline(packed, createInflateRaw({ chunkSize: 1 << 17 }), () => {});
      for await (const chunk of bytes) {
        checksum = crc32(chunk, checksum);
        seen += chunk.length;
        this.#count(chunk.length);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof UnreadableFile) throw error;
      throw damaged(`cannot unpack ${name}`, error);
    }
    if (seen !== entry.size || checksum !== entry.checksum) throw damaged(`${name} does not match its checksum`);
  }

  /** A small part whole. */
  async read(name: string, limit = 64 * 2 ** 20): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.chunks(name)) {
      size += chunk.length;
      if (size > limit) throw tooLarge();
      pieces.push(chunk);
    }
    return Buffer.concat(pieces);
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  #count(bytes: number): void {
    this.#unpacked += bytes;
    if (this.#unpacked > this.#limit) throw tooLarge();
  }

  async #dataStart(entry: Entry): Promise<number> {
    const head = await readAt(this.#file, entry.offset, 30);
    if (head.readUInt32LE(0) !== LOCAL) throw damaged("no local header");
    return entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  }
}

interface Entry {
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const MAX_ENTRIES = 10_000;

async function readDirectory(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat();
  const tailSize = Math.min(size, 22 + 65_535 + 20);
  const tail = await readAt(file, size - tailSize, tailSize);
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0 || at + 22 > tail.length || tail.readUInt32LE(at) !== END) throw damaged("no end of central directory");
  let count = tail.readUInt16LE(at + 10);
  let length = tail.readUInt32LE(at + 12);
  let start = tail.readUInt32LE(at + 16);
  if (at >= 20 && tail.readUInt32LE(at - 20) === LOCATOR_64) {
    const end64 = await readAt(file, Number(tail.readBigUInt64LE(at - 20 + 8)), 56);
    if (end64.readUInt32LE(0) !== END_64) throw damaged("no ZIP64 end record");
    count = Number(end64.readBigUInt64LE(32));
    length = Number(end64.readBigUInt64LE(40));
    start = Number(end64.readBigUInt64LE(48));
  }
  if (count > MAX_ENTRIES || length > 16 * 2 ** 20 || start + length > size)
    throw damaged("central directory out of bounds");

  const directory = await readAt(file, start, length);
  const entries = new Map<string, Entry>();
  for (let position = 0, seen = 0; seen < count; seen++) {
    if (position + 46 > directory.length || directory.readUInt32LE(position) !== CENTRAL)
      throw damaged("central directory cut off");
    const flags = directory.readUInt16LE(position + 8);
    const nameLength = directory.readUInt16LE(position + 28);
    const extraLength = directory.readUInt16LE(position + 30);
    const commentLength = directory.readUInt16LE(position + 32);
    const name = directory.toString("utf8", position + 46, position + 46 + nameLength).replaceAll("\\", "/");
    const entry = {
      method: directory.readUInt16LE(position + 10),
      checksum: directory.readUInt32LE(position + 16),
      packedSize: directory.readUInt32LE(position + 20),
      size: directory.readUInt32LE(position + 24),
      offset: directory.readUInt32LE(position + 42),
    };
    if (flags & 1) {
      throw new UnreadableFile("FILE_ENCRYPTED", "文件设有密码，无法读取。", "请取消密码后另存一份再上传。");
    }
    if (entry.method !== 0 && entry.method !== 8) throw damaged(`unknown packing method ${entry.method}`);
    const extra = directory.subarray(position + 46 + nameLength, position + 46 + nameLength + extraLength);
    entries.set(name.replace(/^\//, ""), withZip64(entry, extra));
    position += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Sizes that do not fit into 32 bits stand in an extra field, in a fixed order, only those that overflow. */
function withZip64(entry: Entry, extra: Buffer): Entry {
  for (let at = 0; at + 4 <= extra.length; ) {
    const [id, length] = [extra.readUInt16LE(at), extra.readUInt16LE(at + 2)];
    if (id === 1 && at + 4 + length <= extra.length) {
      let next = at + 4;
      const end = next + length;
      const wide = (value: number): number => {
        if (value !== 0xffffffff || next + 8 > end) return value;
        next += 8;
        return Number(extra.readBigUInt64LE(next - 8));
      };
      const size = wide(entry.size);
      const packedSize = wide(entry.packedSize);
      return { ...entry, size, packedSize, offset: wide(entry.offset) };
    }
    at += 4 + length;
  }
  return entry;
}

async function* pieces(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; done += PIECE) {
    yield await readAt(file, start + done, Math.min(PIECE, length - done));
  }
}

const PIECE = 1 << 17;

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw damaged("file cut off");
  return buffer;
}

function damaged(detail: string, cause?: unknown): UnreadableFile {
  return new UnreadableFile(
    "FILE_DAMAGED",
    "文件已损坏或不完整，无法读取。",
    "请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后重新上传。",
    cause ?? new Error(detail),
  );
}

function tooLarge(): UnreadableFile {
  return new UnreadableFile(
    "FILE_TOO_LARGE",
    "文件解压后过大，未读取。",
    "请删去多余的工作表和格式，或拆成几个文件上传。",
  );
}

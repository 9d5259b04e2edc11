/**
 * A small pull-free XML scanner over bytes, for the few dialects inside a workbook. Works on bytes because a sheet of
 * 100 000 rows is over 100 MB of text: only the values that are wanted become strings, and none keeps its chunk alive.
 * Names lose their prefix (some writers put one before every element); a DOCTYPE is refused.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #attributes = new Attributes();
  #rest: Buffer | null = null;
  #depth = 0;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  push(chunk: Buffer): void {
    const buffer = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    const done = this.#scan(buffer);
    const rest = done < buffer.length ? buffer.subarray(done) : null;
    if (rest && rest.length > MAX_TOKEN) throw new XmlFault("token too long");
    this.#rest = rest ? Buffer.from(rest) : null;
  }

  end(): void {
    if (this.#rest?.some((byte) => byte > 0x20))
      throw new XmlFault("text after the last element, or an element cut off");
    if (this.#depth !== 0) throw new XmlFault("an element is never closed");
  }

  /** Scans whole tokens and returns where the first incomplete one begins. */
  #scan(buffer: Buffer): number {
    const handler = this.#handler;
    const attributes = this.#attributes;
    let at = 0;
    if (this.#depth === 0 && buffer.length >= 3 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf)
      at = 3;
    if (
      buffer.length >= 2 &&
      ((buffer[0] === 0xff && buffer[1] === 0xfe) || (buffer[0] === 0xfe && buffer[1] === 0xff))
    ) {
      throw new XmlFault("UTF-16 is not read");
    }
    while (at < buffer.length) {
      if (buffer[at] !== LT) {
        const next = buffer.indexOf(LT, at);
        if (next < 0) return at;
        handler.text?.(buffer, at, next, true);
        at = next;
      }
      const second = buffer[at + 1];
      if (second === undefined) return at;
      if (second === SLASH) {
        const close = buffer.indexOf(GT, at + 2);
        if (close < 0) return at;
        this.#depth--;
        handler.close(localName(buffer, at + 2, close));
        at = close + 1;
      } else if (second === BANG) {
        if (startsWith(buffer, at, "<!--")) {
          const close = buffer.indexOf("-->", at + 4);
          if (close < 0) return at;
          at = close + 3;
        } else if (startsWith(buffer, at, "<![CDATA[")) {
          const close = buffer.indexOf("]]>", at + 9);
          if (close < 0) return at;
          handler.text?.(buffer, at + 9, close, false);
          at = close + 3;
        } else {
          if (buffer.length - at < 9) return at;
          throw new XmlFault("a DOCTYPE is not read");
        }
      } else if (second === QUESTION) {
        const close = buffer.indexOf("?>", at + 2);
        if (close < 0) return at;
        at = close + 2;
      } else {
        const close = attributes.read(buffer, at + 1);
        if (close < 0) return at;
        const name = localName(buffer, at + 1, attributes.nameEnd);
        this.#depth++;
        handler.open(name, attributes);
        if (buffer[close - 1] === SLASH) {
          this.#depth--;
          handler.close(name);
        }
        at = close + 1;
      }
    }
    return at;
  }
}

export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** `escaped` is false inside CDATA. */
  text?(buffer: Buffer, start: number, end: number, escaped: boolean): void;
}

export class XmlFault extends Error {}

/** The attributes of the element at hand: where they lie in the chunk. Valid during `open` only. */
export class Attributes {
  buffer: Buffer = Buffer.alloc(0);
  nameEnd = 0;
  count = 0;
  readonly #nameStarts = new Int32Array(MAX_ATTRIBUTES);
  readonly #nameEnds = new Int32Array(MAX_ATTRIBUTES);
  readonly starts = new Int32Array(MAX_ATTRIBUTES);
  readonly ends = new Int32Array(MAX_ATTRIBUTES);

  /** Reads from an element's name on; returns where its `>` stands, or -1 when the chunk ends before. */
  read(buffer: Buffer, from: number): number {
    this.buffer = buffer;
    this.count = 0;
    const length = buffer.length;
    let at = from;
    while (at < length && buffer[at]! > 0x20 && buffer[at] !== GT && buffer[at] !== SLASH) at++;
    this.nameEnd = at;
    for (;;) {
      while (at < length && (buffer[at]! <= 0x20 || buffer[at] === SLASH)) at++;
      if (at >= length) return -1;
      if (buffer[at] === GT) return at;
      const nameStart = at;
      while (at < length && buffer[at] !== EQUALS) {
        if (buffer[at] === GT || buffer[at] === LT) throw new XmlFault("an attribute without a value");
        at++;
      }
      if (at >= length) return -1;
      let nameEnd = at;
      while (nameEnd > nameStart && buffer[nameEnd - 1]! <= 0x20) nameEnd--;
      at++;
      while (at < length && buffer[at]! <= 0x20) at++;
      if (at >= length) return -1;
      const quote = buffer[at]!;
      if (quote !== 0x22 && quote !== 0x27) throw new XmlFault("an attribute without quotes");
      const valueStart = at + 1;
      at = valueStart;
      while (at < length && buffer[at] !== quote) at++;
      if (at >= length) return -1;
      if (this.count === MAX_ATTRIBUTES) throw new XmlFault("too many attributes");
      this.#nameStarts[this.count] = nameStart;
      this.#nameEnds[this.count] = nameEnd;
      this.starts[this.count] = valueStart;
      this.ends[this.count] = at;
      this.count++;
      at++;
    }
  }

  /** Place of the attribute with a one-letter name, or -1: the way of a sheet's cells. */
  indexOfByte(name: number): number {
    for (let index = 0; index < this.count; index++) {
      const start = this.#nameStarts[index]!;
      if (this.#nameEnds[index]! - start === 1 && this.buffer[start] === name) return index;
    }
    return -1;
  }

  /** Value by the name as written, or null. */
  get(name: string): string | null {
    for (let index = 0; index < this.count; index++) {
      const [start, end] = [this.#nameStarts[index]!, this.#nameEnds[index]!];
      if (end - start === name.length && this.buffer.toString("latin1", start, end) === name) return this.value(index);
    }
    return null;
  }

  /** Value by the name without its prefix (`r:id`, `ns2:id`). */
  local(name: string): string | null {
    for (let index = 0; index < this.count; index++) {
      const written = this.buffer.toString("latin1", this.#nameStarts[index]!, this.#nameEnds[index]!);
      if (written.slice(written.indexOf(":") + 1) === name) return this.value(index);
    }
    return null;
  }

  /** Name and value of each, as they would be written again. */
  list(): [string, string][] {
    return Array.from({ length: this.count }, (_, index) => [
      this.buffer.toString("latin1", this.#nameStarts[index]!, this.#nameEnds[index]!),
      this.value(index),
    ]);
  }

  value(index: number): string {
    return decodeText(this.buffer, this.starts[index]!, this.ends[index]!, true);
  }
}

/** Text between two places of a chunk, its entities resolved. */
export function decodeText(buffer: Buffer, start: number, end: number, escaped: boolean): string {
  const text = buffer.toString("utf8", start, end);
  return escaped && text.includes("&") ? text.replace(ENTITY, resolveEntity) : text;
}

/** Text with what XML reserves written out, and characters that it forbids left out. */
export function escapeXml(text: string): string {
  return text.replace(RESERVED, (character) => ESCAPES[character] ?? "");
}

/** Scan a small part that is held whole. */
export function scanXml(bytes: Buffer, handler: XmlHandler): void {
  const scanner = new XmlScanner(handler);
  scanner.push(bytes);
  scanner.end();
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
const MAX_ATTRIBUTES = 64;
const MAX_TOKEN = 8 * 2 ** 20;

const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML 1.0 forbids
const RESERVED = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const ONE_LETTER = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

function resolveEntity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return NAMED[name] ?? whole;
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

function localName(buffer: Buffer, start: number, end: number): string {
  let stop = end;
  while (stop > start && buffer[stop - 1]! <= 0x20) stop--;
  if (stop - start === 1) return ONE_LETTER[buffer[start]!] ?? "";
  const name = buffer.toString("latin1", start, stop);
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function startsWith(buffer: Buffer, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (buffer[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

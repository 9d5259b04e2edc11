import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { Zip, ZipDeflate } from "fflate";

/** Writes a zip part after part, each in pieces, so that no part is held whole. */
export class ZipWriter {
  readonly #out: WriteStream;
  readonly #zip: Zip;
  #failure: unknown = null;

  constructor(path: string) {
    this.#out = createWriteStream(path);
    this.#out.on("error", (error) => {
      this.#failure = error;
    });
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#failure = error;
      else this.#out.write(chunk);
    });
  }

  async write(name: string, text: string): Promise<void> {
    const part = this.open(name);
    await part.write(text);
    await part.end();
  }

  /** Begin a part; the one before must have ended. */
  open(name: string): ZipPart {
    const entry = new ZipDeflate(name, { level: 6 });
    this.#zip.add(entry);
    let held = "";
    const flush = async (last: boolean): Promise<void> => {
      entry.push(Buffer.from(held, "utf8"), last);
      held = "";
      if (this.#failure) throw this.#failure;
      if (this.#out.writableNeedDrain) await once(this.#out, "drain");
    };
    return {
      write: async (text) => {
        held += text;
        if (held.length >= PIECE) await flush(false);
      },
      end: () => flush(true),
    };
  }

  async end(): Promise<void> {
    this.#zip.end();
    this.#out.end();
    await finished(this.#out);
    if (this.#failure) throw this.#failure;
  }

  /** Give up: what was written so far is no workbook. */
  abandon(): void {
    this.#zip.terminate();
    this.#out.destroy();
  }
}

export interface ZipPart {
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

const PIECE = 1 << 16;

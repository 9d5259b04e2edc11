import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Scope } from "../policy/actor.ts";
import type { Day } from "../policy/day.ts";
import { LruMap } from "./lru-map.ts";

/** An answer as it goes over the wire. */
export interface FinishedAnswer {
  readonly headers: readonly (readonly [string, string])[];
  readonly plain: Buffer;
  /** The same, packed; null where packing does not pay. */
  readonly packed: Buffer | null;
}

/** What an answer depends on, beside the question itself. */
export interface AnswerBasis {
  readonly revision: number;
  readonly today: Day;
  readonly scope: Scope;
}

const MOST_BYTES = 64 * 1024 * 1024;
const WORTH_PACKING = 1024;

/** Answers that need not be counted again while the ledger stands at the same revision, bounded by their size. */
export class FinishedAnswers {
  readonly #answers = new LruMap<string, FinishedAnswer>(
    MOST_BYTES,
    (answer) => answer.plain.length + (answer.packed?.length ?? 0) + 500,
  );

  find(key: string): FinishedAnswer | undefined {
    return this.#answers.get(key);
  }

  keep(key: string, headers: FinishedAnswer["headers"], text: string): FinishedAnswer {
    const plain = Buffer.from(text);
    const answer = { headers, plain, packed: plain.length < WORTH_PACKING ? null : gzipSync(plain, { level: 6 }) };
    this.#answers.set(key, answer);
    return answer;
  }
}

/** The key of a question: a digest, since queries are long. */
export function keyOfQuestion(
  basis: AnswerBasis,
  accept: string,
  body: { query: string; operationName?: unknown; variables?: unknown },
): string {
  const text = JSON.stringify([
    basis.revision,
    basis.today,
    basis.scope,
    accept,
    body.query,
    body.operationName ?? null,
    body.variables ?? null,
  ]);
  return createHash("sha1").update(text).digest("base64");
}

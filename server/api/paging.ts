import { badInput } from "./bad-input.ts";
import type { PageInfo } from "./page-info.type.ts";

/** What every Relay connection here has. */
export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

const DEFAULT_FIRST = 50;
export const MOST_FIRST = 500;

/** How many were asked for; the limit is told, never silently applied. */
export function readFirst(first: number | null | undefined): number {
  if (first === null || first === undefined) return DEFAULT_FIRST;
  if (first < 0 || first > MOST_FIRST) {
    throw badInput(
      `first 应在 0 到 ${MOST_FIRST} 之间，此处为 ${first}`,
      `每页最多 ${MOST_FIRST} 条，用 pageInfo.endCursor 作为 after 取下一页`,
    );
  }
  return first;
}

/** A cursor is the node's stable key, opaque to the reader. */
export function cursorOf(key: string): string {
  return Buffer.from(`k:${key}`).toString("base64url");
}

/** The key inside a cursor. */
export function keyOfCursor(cursor: string): string {
  const text = Buffer.from(cursor, "base64url").toString();
  if (!text.startsWith("k:")) throw badInput("after 不是有效的游标", "请原样使用上一页的 pageInfo.endCursor");
  return text.slice(2);
}

/** A page cut out of a list that is in memory. */
export function pageOf<Node>(
  nodes: readonly Node[],
  keyOf: (node: Node) => string,
  first: number,
  after: string | null | undefined,
): Page<Node> {
  let start = 0;
  if (after) {
    const key = keyOfCursor(after);
    const at = nodes.findIndex((node) => keyOf(node) === key);
    if (at < 0) throw badInput("after 所指的条目已不在列表中", "筛选或数据已变化，请从第一页重新开始");
    start = at + 1;
  }
  const cut = nodes.slice(start, start + first);
  return makePage(cut, keyOf, { before: start > 0, behind: start + first < nodes.length, totalCount: nodes.length });
}

export function makePage<Node>(
  nodes: readonly Node[],
  keyOf: (node: Node) => string,
  around: { readonly before: boolean; readonly behind: boolean; readonly totalCount: number },
): Page<Node> {
  const edges = nodes.map((node) => ({ cursor: cursorOf(keyOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: around.behind,
      hasPreviousPage: around.before,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: around.totalCount,
  };
}

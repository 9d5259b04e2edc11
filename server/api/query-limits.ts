import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";
import { badInput } from "./bad-input.ts";

/** A query's text is read up to so many words. */
export const MOST_TOKENS = 5000;

const DEEPEST = 10;
const MOST_FIELDS = 2000;
const MOST_ROOT_FIELDS = 40;

/**
 * A validation rule: what kinds of operation there are (the standard rules pass over one that the schema has no root
 * for), how deep a query may go, how many fields it may ask for once its fragments are spread, and how many questions
 * it may put at once (aliases make many of one). Introspection is left out of the depth: its answers are small, and
 * tools ask it deep.
 */
export function queryLimits(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (!context.getSchema().getRootType(operation.operation)) {
        context.reportError(
          badInput(
            `接口没有 ${operation.operation}`,
            "请用 query 查询（看进度可反复查询 importSending），用 mutation 办理",
            ["query", "mutation"],
          ),
        );
        return;
      }
      const fragments = fragmentsOf(context.getDocument());
      const size = measure(operation.selectionSet, fragments, new Map(), []);
      if (size.depth > DEEPEST) {
        context.reportError(
          badInput(
            `查询嵌套 ${size.depth} 层，最多 ${DEEPEST} 层`,
            "请减少嵌套，例如不要从单位再问集团、从集团再问集团",
          ),
        );
      }
      if (size.fields > MOST_FIELDS) {
        context.reportError(
          badInput(`查询共 ${Math.min(size.fields, 1e9)} 个字段，最多 ${MOST_FIELDS} 个`, "请分成几次查询"),
        );
      }
      const roots = rootFields(operation.selectionSet, fragments, new Set());
      if (roots > MOST_ROOT_FIELDS) {
        context.reportError(
          badInput(
            `一次查询问了 ${roots} 个问题，最多 ${MOST_ROOT_FIELDS} 个`,
            "请用 groupBy 一次分组，或分成几次查询",
          ),
        );
      }
    },
  };
}

interface Size {
  readonly depth: number;
  readonly fields: number;
}
const NOTHING: Size = { depth: 0, fields: 0 };
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function fragmentsOf(document: DocumentNode): Fragments {
  return new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
}

/** Each fragment is measured once, however often it is spread; one that spreads itself is another rule's matter. */
function measure(set: SelectionSetNode, fragments: Fragments, known: Map<string, Size>, open: readonly string[]): Size {
  let [depth, fields] = [0, 0];
  for (const selection of set.selections) {
    let size = NOTHING;
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith("__")) continue;
      const below = selection.selectionSet ? measure(selection.selectionSet, fragments, known, open) : NOTHING;
      size = { depth: below.depth + 1, fields: below.fields + 1 };
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      size = measure(selection.selectionSet, fragments, known, open);
    } else {
      const name = selection.name.value;
      const fragment = fragments.get(name);
      if (fragment && !open.includes(name)) {
        size = known.get(name) ?? measure(fragment.selectionSet, fragments, known, [...open, name]);
        known.set(name, size);
      }
    }
    depth = Math.max(depth, size.depth);
    fields += size.fields;
  }
  return { depth, fields };
}

function rootFields(set: SelectionSetNode, fragments: Fragments, open: Set<string>): number {
  let count = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) count += 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT) count += rootFields(selection.selectionSet, fragments, open);
    else {
      const fragment = fragments.get(selection.name.value);
      if (!fragment || open.has(selection.name.value)) continue;
      open.add(selection.name.value);
      count += rootFields(fragment.selectionSet, fragments, open);
    }
  }
  return count;
}

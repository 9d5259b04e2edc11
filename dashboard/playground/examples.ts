/** An example query of `schema/examples`; its first line is its title. */
export interface Example {
  readonly name: string;
  readonly title: string;
  readonly query: string;
}

const files = import.meta.glob<string>("../../schema/examples/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});

export const examples: readonly Example[] = Object.entries(files)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, query]) => ({ name: path.split("/").at(-1)!, title: titleOf(query), query }));

function titleOf(query: string): string {
  return query.split("\n", 1)[0]!.replace(/^#\s*/, "");
}

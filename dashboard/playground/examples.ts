import { language } from "../language.ts";

/** An example query of `schema/examples`; its first line is its title, in English its name says it. */
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
  const name = /^query (\w+)/m.exec(query)?.[1];
  if (language === "en" && name) {
    return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  }
  return query.split("\n", 1)[0]!.replace(/^#\s*/, "");
}

import { GraphiQL, type GraphiQLProps } from "graphiql";
import { useEffect, useState } from "react";
import markUrl from "../look/mark.svg";
import { common } from "../words/common.ts";
import { words } from "../words/playground.ts";
import { type Example, examples } from "./examples.ts";

/** The playground: a bar with the example queries, and GraphiQL below it. */
export function Playground() {
  const [chosen, setChosen] = useState<{ readonly example: Example; readonly times: number } | null>(null);
  const demo = useDemo();
  const choose = (example: Example) => setChosen((last) => ({ example, times: (last?.times ?? 0) + 1 }));
  return (
    <div className="playground">
      <header className="playground-bar">
        <a className="playground-home" href="/">
          <img src={markUrl} alt="" width="28" height="22" />
          {words.back}
        </a>
        <h1 className="only-read">{words.title}</h1>
        <nav aria-label={words.examples}>
          <span className="playground-label" aria-hidden="true">
            {words.examples}
          </span>
          <ul>
            {examples.map((example) => (
              <li key={example.name}>
                <button
                  type="button"
                  aria-pressed={chosen?.example.name === example.name}
                  onClick={() => choose(example)}
                >
                  {example.title}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {demo && (
          <span className="playground-demo" title={common.demoLong}>
            {common.demo}
          </span>
        )}
      </header>
      <main>
        {/* A new key makes GraphiQL begin anew with this query: in its own tab, the others kept. */}
        <GraphiQL
          key={chosen?.times ?? 0}
          fetcher={fetcher}
          defaultQuery={examples[0]?.query ?? ""}
          {...(chosen ? { initialQuery: chosen.example.query, initialVariables: "" } : {})}
          defaultTheme="light"
          forcedTheme="light"
          shouldPersistHeaders={false}
          isHeadersEditorEnabled={false}
        >
          <GraphiQL.Logo>{words.name}</GraphiQL.Logo>
        </GraphiQL>
      </main>
    </div>
  );
}

/** Are the figures invented? Then this page says so, as every other does. */
function useDemo(): boolean {
  const [demo, setDemo] = useState(false);
  useEffect(() => {
    fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ system { demo } }" }),
    })
      .then((response) => response.json())
      .then((body: { data?: { system: { demo: boolean } } }) => setDemo(body.data?.system.demo ?? false))
      .catch(() => setDemo(false));
  }, []);
  return demo;
}

const fetcher: GraphiQLProps["fetcher"] = async (question) => {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(question),
  });
  return response.json();
};

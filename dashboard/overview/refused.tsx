import { Link } from "react-router";
import { overview } from "../words/overview.ts";

/** The address asks for a day, a city or a class that is none: the API's own words, and the way out. */
export function Refused({ message }: { readonly message: string }) {
  return (
    <div className="page page-message" role="alert">
      <h1>{overview.refused.title}</h1>
      <p>{message}</p>
      <Link to="/">{overview.refused.action}</Link>
    </div>
  );
}

import { Component, type ErrorInfo, type ReactNode } from "react";
import { common } from "../words/common.ts";

/** The page's code did not come, or it came and failed. */
type Crashed = "unreached" | "failed";

/** A page that fails says so and leaves the bar standing. */
export class Crash extends Component<{ readonly children: ReactNode }, { readonly crashed: Crashed | null }> {
  override state: { readonly crashed: Crashed | null } = { crashed: null };

  static getDerivedStateFromError(error: Error) {
    // Each browser has its own words for a page's code that did not come; all of them speak of the module.
    return { crashed: /module|preload/i.test(error.message) ? "unreached" : "failed" };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render() {
    const { crashed } = this.state;
    if (!crashed) return this.props.children;
    const words = common.crashed[crashed];
    return (
      <div className="page page-message" role="alert">
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {common.crashed.action}
        </button>
      </div>
    );
  }
}

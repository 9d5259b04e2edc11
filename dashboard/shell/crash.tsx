import { Component, type ErrorInfo, type ReactNode } from "react";
import { common } from "../words/common.ts";

/** A page that fails says so and leaves the bar standing. */
export class Crash extends Component<{ readonly children: ReactNode }, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <div className="page page-message" role="alert">
        <h1>{common.crashed.title}</h1>
        <p>{common.crashed.text}</p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {common.crashed.action}
        </button>
      </div>
    );
  }
}

import { Fragment } from "react";
import { format } from "../look/format.ts";
import { colours } from "../look/meanings.ts";
import type { SkillLevel } from "../terms.generated.ts";
import { common } from "../words/common.ts";
import { overview } from "../words/overview.ts";
import "./charts.css";

export interface LevelBar {
  readonly level: SkillLevel;
  readonly people: number;
  readonly share: number | null;
  readonly highSkilled: boolean;
}

/** People by highest level, highest first; 学徒工 outlined and hatched, since it is not in the count. */
export function LevelBars({ bars }: { readonly bars: readonly LevelBar[] }) {
  const most = Math.max(1, ...bars.map((bar) => bar.people));
  const lastHigh = bars.filter((bar) => bar.highSkilled).length - 1;
  return (
    <dl className="level-bars">
      {bars.map((bar, at) => {
        const apprentice = bar.level === "APPRENTICE";
        const edge = at === lastHigh + 1 ? "is-edge" : undefined;
        const width = bar.people === 0 ? 0 : `${Math.max(0.3, (bar.people / most) * 58)}%`;
        return (
          <Fragment key={bar.level}>
            <dt className={edge}>{common.level[bar.level]}</dt>
            <dd className={edge}>
              <i
                className={apprentice ? "hatch is-outlined" : undefined}
                style={
                  apprentice
                    ? { width }
                    : { width, background: bar.highSkilled ? colours.actual : colours.actualSecond }
                }
              />
              {format.count(bar.people)}
              <small>{apprentice ? overview.levels.notCounted : format.share(bar.share)}</small>
              {edge && <span>{overview.levels.above}</span>}
            </dd>
          </Fragment>
        );
      })}
    </dl>
  );
}

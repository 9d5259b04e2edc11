import type { GroupKey } from "../figures/shapes.ts";
import type { Day } from "../policy/day.ts";
import type { Ownership, SectorSystem } from "../policy/words.ts";
import type { LedgerView } from "../tallies/view.ts";
import { EnterpriseAnswer } from "./enterprise-answer.ts";
import type { GroupFields } from "./group.type.ts";
import type { City, County, Responsibility } from "./place.type.ts";
import { cityOf, countyOf, responsibilityOf, sectorOf } from "./reference.ts";
import type { Sector } from "./sector.type.ts";

/** A figure's numbers beside the dimension fields of its group, as the API names them. */
export function withGroup<Numbers extends object>(
  { group, ...numbers }: Numbers & { readonly group: GroupKey },
  view: LedgerView,
  day: Day,
): Omit<Numbers, "group"> & GroupFields {
  return Object.assign(new GroupAnswer(group, view, day), numbers);
}

/** Getters, since most queries ask for one dimension of the eight; to the executor they are plain properties. */
class GroupAnswer implements GroupFields {
  readonly #key: GroupKey;
  readonly #view: LedgerView;
  readonly #day: Day;

  constructor(key: GroupKey, view: LedgerView, day: Day) {
    this.#key = key;
    this.#view = view;
    this.#day = day;
  }

  get city(): City | null {
    return this.#key.cityCode === undefined ? null : cityOf(this.#key.cityCode);
  }
  get county(): County | null {
    return this.#key.countyCode === undefined ? null : countyOf(this.#key.countyCode);
  }
  get responsibility(): Responsibility | null {
    return this.#key.responsibilityCode === undefined ? null : responsibilityOf(this.#key.responsibilityCode);
  }
  get sectorSystem(): SectorSystem | null {
    return this.#key.sectorSystem ?? null;
  }
  get sector(): Sector | null {
    return this.#key.sectorCode === undefined ? null : sectorOf(this.#key.sectorCode);
  }
  get ownership(): Ownership | null {
    return this.#key.ownership ?? null;
  }
  get group(): EnterpriseAnswer | null {
    return this.#key.groupCode === undefined
      ? null
      : EnterpriseAnswer.ofGroup(this.#view, this.#key.groupCode, this.#day);
  }
  get enterprise(): EnterpriseAnswer | null {
    return this.#key.creditCode === undefined ? null : EnterpriseAnswer.of(this.#view, this.#key.creditCode, this.#day);
  }
}

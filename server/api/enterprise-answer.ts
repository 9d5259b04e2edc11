import type { Day } from "../policy/day.ts";
import type { FilingStatus, Ownership } from "../policy/words.ts";
import type { LedgerView, UnitView } from "../tallies/view.ts";
import type { Enterprise, FilingTerm } from "./enterprise.type.ts";
import type { City, County, Responsibility } from "./place.type.ts";
import { cityOf, countyOf, responsibilityOf, sectorOf } from "./reference.ts";
import type { Sector } from "./sector.type.ts";

/** An enterprise as it stands at a day in one view of the ledger; the view goes with it, so that its figures agree. */
export class EnterpriseAnswer implements Enterprise {
  private constructor(
    readonly view: LedgerView,
    readonly unit: UnitView,
    readonly day: Day,
  ) {}

  static of(view: LedgerView, creditCode: string, day: Day): EnterpriseAnswer | null {
    const unit = view.unit(creditCode, day);
    return unit && new EnterpriseAnswer(view, unit, day);
  }

  static from(view: LedgerView, unit: UnitView, day: Day): EnterpriseAnswer {
    return new EnterpriseAnswer(view, unit, day);
  }

  /**
   * The head of a group that its members name and the ledger does not know: its code is true, where it stands is its
   * first member's. A group is then still one group, and null keeps meaning “not grouped by”.
   */
  static ofGroup(view: LedgerView, groupCode: string, day: Day): EnterpriseAnswer | null {
    const head = EnterpriseAnswer.of(view, groupCode, day);
    if (head) return head;
    const [member] = view
      .units({}, day)
      .filter((unit) => unit.groupCode === groupCode)
      .sort((a, b) => (a.creditCode < b.creditCode ? -1 : 1));
    if (!member) return null;
    const unit: UnitView = {
      ...member,
      creditCode: groupCode,
      name: `集团本部（未入台账）${groupCode}`,
      mainlySkilled: null,
      launchedOn: null,
      frontlineHeadcount: null,
      terms: [],
      filingStatus: () => "NOT_FILED",
    };
    return new EnterpriseAnswer(view, unit, day);
  }

  get creditCode(): string {
    return this.unit.creditCode;
  }
  get name(): string {
    return this.unit.name;
  }
  get ownership(): Ownership {
    return this.unit.ownership;
  }
  get responsibility(): Responsibility {
    return responsibilityOf(this.unit.responsibilityCode);
  }
  get department(): string | null {
    return this.unit.department;
  }
  get city(): City {
    return cityOf(this.unit.cityCode);
  }
  get county(): County {
    return countyOf(this.unit.countyCode);
  }
  get sector(): Sector {
    return sectorOf(this.unit.sectorCode);
  }
  get inShortage(): boolean {
    return this.unit.inShortage;
  }
  get mainlySkilled(): boolean | null {
    return this.unit.mainlySkilled;
  }
  get group(): EnterpriseAnswer | null {
    const { groupCode } = this.unit;
    return groupCode === this.creditCode ? null : EnterpriseAnswer.of(this.view, groupCode, this.day);
  }
  get filingNumbers(): readonly string[] {
    return [...new Set(this.unit.terms.map((term) => term.filingNumber))];
  }
  get filingTerms(): readonly FilingTerm[] {
    return this.unit.terms;
  }
  get launchedOn(): Day | null {
    return this.unit.launchedOn;
  }
  get frontlineHeadcount(): number | null {
    return this.unit.frontlineHeadcount;
  }
  filingStatusAt(day: Day): FilingStatus {
    return this.unit.filingStatus(day);
  }
}

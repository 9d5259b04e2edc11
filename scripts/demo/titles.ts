import { addDays, type Day } from "../../server/policy/day.ts";
import type { DemoCertificate, DemoMovement } from "./careers.ts";
import type { Dice } from "./dice.ts";
import type { DemoEnterprise, DemoOccupation, DemoPerson } from "./model.ts";

export interface DemoTitle {
  readonly person: DemoPerson;
  readonly enterprise: DemoEnterprise;
  readonly occupation: DemoOccupation;
  readonly batchYear: number;
  readonly level: "特级技师" | "首席技师";
  readonly number: string | null;
  readonly approvedOn: Day;
  readonly document: string;
  readonly engagedOn: Day;
  readonly cancelledOn: Day | null;
  readonly cancelReason: string | null;
}

/** The province's two batches: 24 and 27 chiefs, 236 and 262 special technicians, two of whom lost the title. */
const BATCHES = [
  { year: 2024, chiefs: 24, specials: 236, approvedOn: "2024-12-12", document: "演示文〔2024〕38号" },
  { year: 2025, chiefs: 27, specials: 262, approvedOn: "2025-12-10", document: "演示文〔2025〕41号" },
] as const;
const FULL_SIZE = 60_000;

/** Titles of people who hold 高级技师 and still work at the unit when the batch is approved. */
export function makeTitles(
  dice: Dice,
  people: number,
  certificates: readonly DemoCertificate[],
  movements: readonly DemoMovement[],
  lastDay: Day,
): readonly DemoTitle[] {
  const scale = Math.min(1, people / FULL_SIZE);
  const movedOn = new Map<DemoPerson, Day>();
  for (const movement of movements) if (!movedOn.has(movement.person)) movedOn.set(movement.person, movement.on);
  const titled = new Set<DemoPerson>();
  const titles: DemoTitle[] = [];

  for (const batch of BATCHES.filter((one) => one.approvedOn <= lastDay)) {
    const ready = dice
      .shuffled(
        certificates.filter(
          (one) =>
            one.level === 5 &&
            one.enterprise.topLevel === 5 &&
            one.withdrawnOn === null &&
            one.issuedOn < addDays(batch.approvedOn, -150) &&
            (movedOn.get(one.person) ?? "9999") > addDays(batch.approvedOn, 40),
        ),
      )
      // Large units first: that is where the posts are.
      .sort((a, b) => Math.sign(b.enterprise.peopleCount - 500) - Math.sign(a.enterprise.peopleCount - 500));
    let serial = 0;
    const appoint = (
      level: DemoTitle["level"],
      certificate: Pick<DemoCertificate, "person" | "enterprise" | "occupation">,
    ): void => {
      serial++;
      const { person, enterprise, occupation } = certificate;
      const cancelled = batch.year === 2024 && level === "特级技师" && (serial === 41 || serial === 97);
      titled.add(person);
      titles.push({
        person,
        enterprise,
        occupation,
        batchYear: batch.year,
        level,
        number: enterprise.filingNumber
          ? `${enterprise.filingNumber}${String(batch.year).slice(2)}${level === "特级技师" ? "T" : "S"}${String(serial).padStart(6, "0")}`
          : null,
        approvedOn: batch.approvedOn,
        document: batch.document,
        engagedOn: addDays(batch.approvedOn, 20 + (serial % 25)),
        cancelledOn: cancelled ? (serial === 41 ? "2025-12-29" : "2026-04-17") : null,
        cancelReason: cancelled ? (serial === 41 ? "年度考核不合格" : "弄虚作假取得资格") : null,
      });
    };
    const chiefs = Math.round(batch.chiefs * scale);
    const specials = Math.round(batch.specials * scale);
    // In principle a chief was a special technician before; in the first batch there were none.
    const risen = titles
      .filter(
        (title) =>
          title.level === "特级技师" &&
          title.batchYear < batch.year &&
          title.cancelledOn === null &&
          (movedOn.get(title.person) ?? "9999") > addDays(batch.approvedOn, 40),
      )
      .slice(0, Math.round(chiefs * 0.6));
    for (const title of risen) appoint("首席技师", title);
    const fresh = [...new Map(ready.filter((one) => !titled.has(one.person)).map((one) => [one.person, one])).values()];
    for (const one of fresh.slice(0, chiefs - risen.length)) appoint("首席技师", one);
    for (const one of fresh.slice(chiefs - risen.length, chiefs - risen.length + specials)) appoint("特级技师", one);
  }
  return titles;
}

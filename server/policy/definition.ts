/** The plan's open points of “certified” and “skilled staff” (`domain.md` §3, decisions); each is an argument of the query. */
export interface CoverageDefinition {
  /** 学徒工 counts as certified (四(五) speaks of 初级工 and above). */
  readonly apprentices: boolean;
  /** People whose 用工形式 is 实习 count (三(二)). */
  readonly interns: boolean;
  /** Certificates of bodies other than the employer and its group count (附件1). */
  readonly outsideCertificates: boolean;
  /** 职业资格证书 count. */
  readonly qualifications: boolean;
}

/** The definition of the headline figure. */
export const HEADLINE: CoverageDefinition = {
  apprentices: false,
  interns: true,
  outsideCertificates: true,
  qualifications: true,
};

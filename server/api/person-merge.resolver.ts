import { Ctx, Query, Resolver } from "type-graphql";
import { readPersonMerges } from "../ledger/read-batches.ts";
import type { ApiContext } from "./context.ts";
import { PersonMerge } from "./person-merge.type.ts";
import { mergeAnswer } from "./person-merge-answer.ts";

@Resolver()
export class PersonMergeResolver {
  @Query(() => [PersonMerge], { description: "证件号码更正的记录，由新到旧，含已撤销的。" })
  async personMerges(@Ctx() context: ApiContext): Promise<PersonMerge[]> {
    const merges = await context.ledger.store.read(readPersonMerges);
    return merges.map(mergeAnswer);
  }
}

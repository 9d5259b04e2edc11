import { Query, Resolver } from "type-graphql";
import { SECTORS } from "./reference.ts";
import { Sector } from "./sector.type.ts";

@Resolver()
export class SectorResolver {
  @Query(() => [Sector], { description: "全部产业，按“5+1”、“10+3”、“4+6”、急需紧缺、其他的次序。" })
  sectors(): readonly Sector[] {
    return SECTORS;
  }
}

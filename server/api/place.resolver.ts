import { Query, Resolver } from "type-graphql";
import { City, County, Responsibility } from "./place.type.ts";
import { CITIES, COUNTIES, RESPONSIBILITIES } from "./reference.ts";

@Resolver()
export class PlaceResolver {
  @Query(() => [City], { description: "21个市（州），按官方次序。" })
  cities(): readonly City[] {
    return CITIES;
  }

  @Query(() => [County], { description: "183个县（市、区），按官方次序。" })
  counties(): readonly County[] {
    return COUNTIES;
  }

  @Query(() => [Responsibility], { description: "22个责任单位：21个市（州），然后是省本级。" })
  responsibilities(): readonly Responsibility[] {
    return RESPONSIBILITIES;
  }
}

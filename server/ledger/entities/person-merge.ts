import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/** Two numbers, one person: what stands under the first counts for the second. */
@Entity({ name: "person_merge" })
export class PersonMerge {
  @PrimaryGeneratedColumn({ type: "int", name: "id" })
  id!: number;

  @Column({ type: "int", name: "from_person_id" })
  fromPersonId!: number;

  @Column({ type: "int", name: "into_person_id" })
  intoPersonId!: number;

  @Column({ type: "int", name: "entry_id" })
  entryId!: number;

  @Column({ type: "int", name: "replaced_entry_id", nullable: true })
  replacedEntryId!: number | null;
}

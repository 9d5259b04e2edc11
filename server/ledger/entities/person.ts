import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";

/** A person by the keyed hash of an ID number; the number itself only encrypted. */
@Entity({ name: "person" })
@Index("person_hash", ["idHash"], { unique: true })
@Index("person_entry", ["entryId"])
export class Person {
  @PrimaryGeneratedColumn({ type: "int", name: "id" })
  id!: number;

  @Column({ type: "varchar", name: "id_hash", length: 64 })
  idHash!: string;

  @Column({ type: "varchar", name: "id_algorithm", length: 24 })
  idAlgorithm!: string;

  @Column({ type: "varchar", name: "id_cipher", length: 255 })
  idCipher!: string;

  @Column({ type: "varchar", name: "id_mask", length: 40 })
  idMask!: string;

  @Column({ type: "varchar", name: "id_kind", length: 40 })
  idKind!: string;

  @Column({ type: "varchar", name: "name", length: 200 })
  name!: string;

  @Column({ type: "int", name: "entry_id" })
  entryId!: number;
}

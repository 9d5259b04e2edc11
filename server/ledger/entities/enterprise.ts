import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";

/** Every unit that was ever named by its credit code; known once it has a state. */
@Entity({ name: "enterprise" })
@Index("enterprise_code", ["creditCode"], { unique: true })
export class Enterprise {
  @PrimaryGeneratedColumn({ type: "int", name: "id" })
  id!: number;

  @Column({ type: "varchar", name: "credit_code", length: 18 })
  creditCode!: string;
}

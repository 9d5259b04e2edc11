import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import type { Role } from "../../policy/actor.ts";
import type { EntryKind } from "../admit.ts";

/** Who did what, when and why. Everybody sees it, and what stands under it, once it has a revision. */
@Entity({ name: "entry" })
@Index("entry_revision", ["revision"], { unique: true })
@Index("entry_batch", ["batchId"])
export class Entry {
  @PrimaryGeneratedColumn({ type: "int", name: "id" })
  id!: number;

  @Column({ type: "varchar", name: "kind", length: 24 })
  kind!: EntryKind;

  @Column({ type: "int", name: "batch_id", nullable: true })
  batchId!: number | null;

  @Column({ type: "varchar", name: "actor", length: 120 })
  actor!: string;

  @Column({ type: "varchar", name: "role", length: 24 })
  role!: Role;

  @Column({ type: "varchar", name: "came_from", length: 120 })
  cameFrom!: string;

  @Column({ type: "varchar", name: "at", length: 24 })
  at!: string;

  @Column({ type: "varchar", name: "reason", length: 1000, nullable: true })
  reason!: string | null;

  @Column({ type: "text", name: "facts" })
  facts!: string;

  @Column({ type: "int", name: "revision", nullable: true })
  revision!: number | null;
}

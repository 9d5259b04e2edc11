import type { Actor, Scope } from "../policy/actor.ts";

/** Who acts, and what they may see. */
export interface Access {
  readonly actor: Actor;
  readonly scope: Scope;
}

/**
 * Until there are accounts, whoever can reach this machine's own address is its administrator; the server therefore
 * listens on 127.0.0.1 only, unless told otherwise.
 */
export function localAdministrator(from: string): Access {
  return {
    actor: { name: "本机管理员", role: "ADMINISTRATOR", from },
    scope: { kind: "PROVINCE", personalData: true },
  };
}

import type { Address } from "../../../src/http/addresses.ts";
import { cast } from "../../../src/demo/cast.ts";
import { address } from "../../../src/demo/people.ts";
import { password } from "../large/demonstration.ts";
import { signIn } from "./server.ts";
import type { Measured } from "./server.ts";

/** The demonstration's cast, each signed in. */
export type Visitors = ReadonlyMap<string, string>;

export async function visitorsOf(server: Measured): Promise<Visitors> {
  const cookies = new Map<string, string>();
  for (const member of cast) cookies.set(member.login, await signIn(server, address(member), password));
  return cookies;
}

/** Who of the cast may look at an address, by their logins. */
export function allowed({ who }: Address): readonly string[] {
  // An address that is a token itself asks for nothing else.
  if (who.some((word) => word.startsWith("token"))) return ["a token"];
  const anybody = who.some((word) => word === "anyone" || word === "signed in" || word === "any role");
  return cast.filter(({ roles }) => anybody || roles.some((role) => who.includes(role))).map(({ login }) => login);
}

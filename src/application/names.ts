import { createHash } from "node:crypto";
import type { Namesake } from "../domain/technology/state/facts.ts";
import { textKey } from "../domain/words/plain-text.ts";
import type { Claim } from "../ledger/port.ts";
import type { Services } from "./services.ts";

/** Names are claimed in the ledger, so that of two proposals at one moment one gets the name. */
export const nameClaims = "name";

/** The other technologies that bear a name, those alive first; the views must have caught up. */
export const namesakesOf = ({ views }: Pick<Services, "views">, name: string, own = ""): readonly Namesake[] =>
  views.portfolio.namesakes(name).filter(({ id }) => id !== own);

/**
 * A claim is for good, while a name goes on from what has ended to what takes it up again. So it says how many bore the
 * name before: two that are decided beside each other count the same, and the second is refused. Digested, since a claim
 * stays when its entry is withheld.
 */
export const claimOf = (name: string, before: readonly Namesake[]): Claim => ({
  kind: nameClaims,
  key: createHash("sha256")
    .update(`${textKey(name)}\n${before.length}`, "utf8")
    .digest("hex"),
});

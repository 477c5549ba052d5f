import { describe, expect, test } from "vitest";
import { administrativeLogContract } from "./administrative-log.ts";
import { collectedContract } from "./collected.ts";
import { draftsContract } from "./drafts.ts";
import { stagedFormsContract } from "./forms.ts";
import { heldFor } from "./held.ts";
import type { OpenAuthority } from "./held.ts";
import { identitiesContract } from "./identities.ts";
import { intakeTokensContract } from "./intake-tokens.ts";
import { devicesContract, linksContract } from "./links-and-devices.ts";
import { mappingsContract } from "./mappings.ts";
import { privateTextsContract } from "./private-texts.ts";
import { savedFiltersContract } from "./saved-filters.ts";
import { sessionsContract } from "./sessions.ts";
import { throttleContract } from "./throttle.ts";

/** The rules every engine keeps; nothing in here knows SQL. */
export function authorityContract(name: string, open: OpenAuthority): void {
  describe(`the authority contract on ${name}`, () => {
    const held = heldFor(open);
    identitiesContract(held);
    sessionsContract(held);
    linksContract(held);
    devicesContract(held);
    throttleContract(held);
    stagedFormsContract(held);
    intakeTokensContract(held);
    collectedContract(held);
    draftsContract(held);
    mappingsContract(held);
    savedFiltersContract(held);
    administrativeLogContract(held);
    privateTextsContract(held);

    test("the secret is drawn once, and differs from house to house", async () => {
      const { secret } = held.authority.accounts;
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect((await held.reopen()).accounts.secret).toBe(secret);
      const another = await open(held.time);
      expect(another.authority.accounts.secret).not.toBe(secret);
      await another.dispose();
    });

    test("trying whether anything can be written leaves nothing behind", async () => {
      await expect(held.authority.writeProbe.tryWriting()).resolves.toBeUndefined();
      expect(await held.authority.drafts.of("")).toEqual([]);
    });
  });
}

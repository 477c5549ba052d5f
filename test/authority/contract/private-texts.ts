import { describe, expect, test } from "vitest";
import { request } from "../../ledger/contract.ts";
import { privateText } from "../../ledger/text.ts";
import type { Held } from "./held.ts";

export function privateTextsContract(held: Held): void {
  describe("private texts", () => {
    const [need, ground] = [privateText("一个字也不能丢"), privateText("on a legal ground", "cd".repeat(32))];

    test("are found by their digests as an entry brought them, also after a restart; others are missing", async () => {
      await held.ledger.append(request({ texts: [need, ground] }));
      await held.reopen();
      const found = await held.authority.privateTexts.find([need.digest, ground.digest, need.digest, "0".repeat(64)]);
      expect(found).toEqual(
        new Map([
          [need.digest, need],
          [ground.digest, ground],
        ]),
      );
      expect(await held.authority.privateTexts.find([])).toEqual(new Map());
    });

    test("once an entry erased one it is erased, and neither missing nor there", async () => {
      await held.ledger.append(request({ texts: [need, ground] }));
      await held.ledger.append(request({ expectedVersion: 1, erasures: [need.digest] }));
      const found = await held.authority.privateTexts.find([need.digest, ground.digest]);
      expect(found).toEqual(
        new Map<string, unknown>([
          [need.digest, "erased"],
          [ground.digest, ground],
        ]),
      );
    });
  });
}

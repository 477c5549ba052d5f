import { expect, test } from "vitest";
import { fits, isRemembered, remember } from "../../src/ledger/command-digest.ts";
import { sha256 } from "./contract.ts";

test("no salt is used twice, and each fits its own commitment alone", () => {
  const digest = sha256("the same command");
  const remembered = Array.from({ length: 200 }, () => remember(digest));
  expect(new Set(remembered.map(({ stored }) => stored.slice(0, 64))).size).toBe(200);
  for (const { stored, commitment } of remembered) {
    expect(stored).toMatch(/^[0-9a-f]{128}$/);
    expect(commitment).toBe(sha256(Buffer.from(stored, "hex")));
    expect(isRemembered(stored, digest)).toBe(true);
    expect(fits(stored, commitment)).toBe(true);
    expect(fits(stored, remember(digest).commitment)).toBe(false);
  }
});

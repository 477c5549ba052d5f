import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { thingsText } from "../../../src/http/say/thing.ts";
import { inChinese, inEnglish } from "./support.ts";

const finding = (id: string) => ({ kind: "safeguard", id, at: 3 }) as const;
const digest = "0af3".repeat(16);

describe("what a finding of a safeguard names", () => {
  it("leaves out the digest of a private text, in both languages", () => {
    const things = [finding(`independent-audit/g4/${digest}`)];
    expect(thingsText(inEnglish, plainPolicy, "independent-audit", things)).toBe("Independent audit g4");
    expect(thingsText(inChinese, plainPolicy, "independent-audit", things)).toBe(
      `${inChinese.t("safeguards/independent-audit:name")} g4`,
    );
  });

  it("keeps what is no digest: a number, a name, 64 other characters", () => {
    const other = "g".repeat(64);
    expect(thingsText(inEnglish, plainPolicy, "bias", [finding(`bias/g4/older`), finding(`bias/${other}`)])).toBe(
      `${inEnglish.t("safeguards/bias:name")} g4 older and ${inEnglish.t("safeguards/bias:name")} ${other}`,
    );
  });
});

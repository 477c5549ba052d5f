import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { sentence } from "../../../src/http/say/condition.ts";
import { inChinese, inEnglish, plainly } from "./support.ts";

const overdue = (more: number) => ({ code: "conditions:risk-accepted.overdue", params: { risk: "Power cut", more } });
const absent = (more: number) => ({
  code: "conditions:security-baseline.absent",
  params: { part: "security-baseline.backup", more },
});

describe("of several things that stand in the way", () => {
  it.each([
    [0, "The treatment of “Power cut” is overdue."],
    [1, "The treatment of “Power cut” is overdue. One more point stands in the way."],
    [2, "The treatment of “Power cut” is overdue. 2 more points stand in the way."],
  ])("the first is named, and %i more are counted where there are any", (more, said) => {
    expect(plainly(sentence(inEnglish, plainPolicy, overdue(more)))).toBe(said);
  });

  it("the same is said in Chinese, without a space between sentences", () => {
    expect(sentence(inChinese, plainPolicy, overdue(0))).toBe("“Power cut”的处置已逾期。");
    expect(plainly(sentence(inChinese, plainPolicy, overdue(3)))).toBe("“Power cut”的处置已逾期。另有 3 处未满足。");
  });

  it("the same is said of every safeguard", () => {
    const one = sentence(inEnglish, plainPolicy, absent(0));
    expect(plainly(sentence(inEnglish, plainPolicy, absent(4)))).toBe(
      `${plainly(one)} 4 more points stand in the way.`,
    );
  });
});

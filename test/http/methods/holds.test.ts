import { describe, expect, it } from "vitest";
import { measures } from "../../../src/domain/measures/measures.ts";
import { methods } from "../../../src/domain/methods/methods.ts";
import { holdsModel } from "../../../src/http/methods/holds.ts";
import { methodLink } from "../../../src/http/say/method-link.ts";
import { inChinese, inEnglish, plainly } from "../say/support.ts";

describe("the conditions under which a bound holds", () => {
  it("are said of every method that a gate's bound rests on", () => {
    const linked = measures.flatMap(({ name: measure }) => [
      methodLink(inEnglish, { measure, marks: [] }),
      methodLink(inEnglish, { measure, marks: ["anytime"] }),
      methodLink(inEnglish, { measure, marks: [], comparison: { margin: 0.05 } }),
    ]);
    const names = new Set(linked.flatMap((link) => link?.href.replace("/methods/", "") ?? []));
    // How far evaluators agree is no bound.
    names.delete("gwet_ac2");
    expect([...names].filter((name) => holdsModel(inEnglish, name, methods.get(name)?.simulated) === null)).toEqual([]);
    expect(holdsModel(inEnglish, "gwet_ac2", methods.get("gwet_ac2")?.simulated)).toBeNull();
  });

  it("say what they were simulated to do, or that nobody has yet", () => {
    const found = [{ profile: "stalls-120s", falsePass: 0.0384, replications: 2000, seed: 8 }];
    const [en, zh] = [inEnglish, inChinese].map((language) =>
      holdsModel(language, "sus_study", found)?.simulated.map(plainly),
    );
    expect(en).toEqual([
      "Simulated with stalls of two minutes: a technology truly at its floor got past it in 3.8 % of 2 000 pilots (seed 8).",
    ]);
    expect(zh).toEqual(["模拟（停顿两分钟）：实际恰在底线的技术，2000 次试点中有 3.8% 通过底线（种子 8）。"]);
    const none = [{ profile: "calm", falsePass: 0, replications: 2000, seed: 8 }];
    expect(plainly(holdsModel(inEnglish, "sus_study", none)?.simulated[0] ?? "")).toContain("< 0.05 %");
    expect(holdsModel(inEnglish, "sus_study", null)?.simulated).toEqual(["Not yet simulated."]);
  });

  it("of what is recorded are figures that a simulation can give", () => {
    for (const { falsePass, replications } of [...methods.values()].flatMap(({ simulated }) => simulated ?? [])) {
      expect(falsePass).toBeGreaterThanOrEqual(0);
      expect(falsePass).toBeLessThanOrEqual(1);
      expect(replications).toBeGreaterThanOrEqual(1000);
    }
  });
});

import { describe, expect, it } from "vitest";
import { checkPassword } from "../../src/application/people/check-password.ts";
import { listedOf } from "../../src/application/people/guessing.ts";
import { ownWords } from "../../src/application/people/own-words.ts";

const owner = { name: "Wei Zhangsun", email: "planner.rivertown@office.springfield.example.org" };
const rules = { least: 12, words: ["Riverbank", "民政局", "touchstone", "planner"] };
const asked = async (password: string, over: Partial<typeof rules> = {}) =>
  checkPassword(password, owner, { ...rules, ...over });

describe("a password that rests on the person's own words or the house's is refused, and the word is named", () => {
  it.each([
    ["planner3planner", "planner"],
    ["PLANNER-2026-PLANNER", "planner"],
    ["plannerplanner", "planner"],
    ["rennalp3rennalp", "planner"],
    ["P1@nn3r!P1@nn3r!", "planner"],
    ["plannertouchstone", "touchstone"],
    ["Touchst0ne2026!", "touchstone"],
    ["zhangsun19850312", "zhangsun"],
    ["Zhangsun.Wei.2026", "zhangsun"],
    ["20262026rivertown", "rivertown"],
    ["Springfield2026!", "springfield"],
    ["springfieldoffice", "springfield"],
    ["riverbank123456!", "riverbank"],
    ["民政局民政局民政局民政局2026", "民政局"],
  ])("%s", async (password, word) => {
    expect(await asked(password)).toEqual({ code: "own-word", params: { word } });
  });

  it("unless the rest alone would be enough", async () => {
    expect(await asked("planner eats seven blue umbrellas")).toBeNull();
    expect(await asked("民政局门口那棵老槐树今年又开花了")).toBeNull();
  });

  it("in whatever script the name is written: two characters are a name, two letters are not", () => {
    const words = ownWords({ name: "张伟", email: "li@city.gov.cn" }, []);
    expect(words).toContain("张伟");
    expect(words).toContain("city");
    expect(words).not.toContain("li");
    expect(words).not.toContain("cn");
  });
});

describe("a password that is guessed soon is refused, with the reason", () => {
  it.each([
    ["Spring2026Spring", "spring"],
    ["footballfan2024", "football"],
    ["welcome2026welcome", "welcome"],
    ["december2026", "december"],
    ["Monday-Tuesday", "tuesday"],
    ["manchesterunited", "manchester"],
    ["wodemima5201314", "wodemima"],
  ])("%s rests on a word of the lists", async (password, word) => {
    expect(await asked(password)).toEqual({ code: "common-word", params: { word } });
  });

  it.each(["qwerty123456", "1qaz2wsx3edc", "Administrator", "sony-ericsson"])(
    "%s stands in the lists of leaked passwords",
    async (password) => {
      expect(await asked(password, { words: [] })).toEqual({ code: "common", params: {} });
    },
  );

  it.each(["aaaaaaaaaaaaaaaa", "12/12/12 12/12/12", "abcabcabcabcabc", "x7Qx7Qx7Qx7Qx7Q"])(
    "%s repeats itself",
    async (password) => {
      expect((await asked(password))?.code).toBe("repeated");
    },
  );

  it("knows at least the 3,000 most common ones that are long enough", async () => {
    expect(await listedOf(12)).toBeGreaterThan(3000);
  });

  it("leaves sentences and random characters alone", async () => {
    for (const good of ["four words in a row", "xk29-Qmz81-vv0", "我们单位门口的老槐树开花了吗", "9f8a7d6c5b4e3210"])
      expect(await asked(good), good).toBeNull();
  });
});

describe("the length", () => {
  it("is the policy's, counted in characters", async () => {
    expect(await asked("four words in a row", { least: 20 })).toEqual({ code: "too-short", params: { least: 20 } });
    expect(await asked("短密码")).toEqual({ code: "too-short", params: { least: 12 } });
  });

  it("may be 256, of which only as many are estimated as can be in a moment", async () => {
    expect(await asked("four words in a row ".repeat(13))).toEqual({ code: "too-long", params: { maximum: 256 } });
    const leet = "$@!134$@!|0".repeat(24).slice(0, 256);
    const fewer = leet.slice(0, 64);
    expect(await asked(leet)).toEqual(await asked(fewer));
  });
});

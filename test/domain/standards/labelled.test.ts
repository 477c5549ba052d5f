import { expect, it } from "vitest";
import { standardLabelled } from "../../../src/domain/standards/labelled.ts";
import { twoVersions } from "./register.ts";

const register = { "city-api": twoVersions() };

it.each([
  ["city-api", true],
  ["City  Interfaces", true],
  ["城市接口规范", true],
  ["ｃｉｔｙ－ａｐｉ　１．０", true],
  ["City interfaces 2.0", true],
  ["city-api@1.0", true],
  ["City interfaces 3.0", false],
  ["Interfaces", false],
  ["", false],
])("the label %j means a standard of the register: %s", (label, known) => {
  expect(standardLabelled(register, label)?.standard ?? null).toBe(known ? "city-api" : null);
});

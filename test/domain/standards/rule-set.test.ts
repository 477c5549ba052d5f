import { growth, quadratic } from "../../support/growth.ts";
import { describe, expect, it } from "vitest";
import {
  isStyled,
  nameStyles,
  ruleName,
  ruleSetReasons,
  ruleSetShape,
} from "../../../src/domain/standards/rule-set.ts";
import type { InterfaceRule, RuleSet } from "../../../src/domain/standards/rule-set.ts";

const asking = (...rules: InterfaceRule[]): RuleSet => ({ describes: "openapi", rules });
const codes = (set: unknown) => ruleSetReasons(set as RuleSet, "rules").map(({ code }) => code);

const every: readonly InterfaceRule[] = [
  { rule: "info-field", severity: "error", field: "contact" },
  { rule: "info-field", severity: "warning", field: "license" },
  { rule: "servers-https", severity: "error" },
  { rule: "operation-id", severity: "error", style: "camelCase" },
  { rule: "operation-described", severity: "warning" },
  { rule: "problem-documents", severity: "error" },
  { rule: "versioned-path", severity: "warning" },
  { rule: "security-declared", severity: "error" },
];

describe("the rule set of an interface standard", () => {
  it("takes every rule once, and names two fields of info apart", () => {
    expect(codes(asking(...every))).toEqual([]);
    expect(every.map(ruleName).slice(0, 3)).toEqual(["info-field.contact", "info-field.license", "servers-https"]);
  });

  it("asks something, and nothing twice", () => {
    expect(codes(asking())).toEqual(["RuleSetEmpty"]);
    expect(codes(asking(...every.slice(2, 3), ...every.slice(2, 3)))).toEqual(["RuleTwice"]);
  });

  it("knows no other rule, severity, field or pattern of one's own", () => {
    const unfit = [
      { rule: "no-such-rule", severity: "error" },
      { rule: "servers-https", severity: "fatal" },
      { rule: "servers-https" },
      { rule: "servers-https", severity: "error", field: "contact" },
      { rule: "info-field", severity: "error", field: "title" },
      { rule: "operation-id", severity: "error", style: "(a+)+$" },
      { rule: "operation-id", severity: "error" },
    ];
    for (const rule of unfit)
      expect(codes({ describes: "openapi", rules: [rule] }), JSON.stringify(rule)).toEqual(["RuleSetUnfit"]);
    expect(codes({ describes: "wsdl", rules: every })).toEqual(["RuleSetUnfit"]);
    expect(ruleSetShape.fault(asking(...every))).toBeNull();
  });

  it("tells four ways to write a name apart", () => {
    const names = {
      camelCase: "getPermitById",
      PascalCase: "GetPermitById",
      snake_case: "get_permit",
      "kebab-case": "get-permit",
    };
    for (const style of nameStyles)
      for (const [written, name] of Object.entries(names))
        expect(isStyled(name, style), `${name} as ${style}`).toBe(written === style);
    expect(nameStyles.filter((style) => isStyled("", style))).toEqual([]);
  });

  it("judges a long name at once", () => {
    const run = (size: number) => nameStyles.map((style) => isStyled(`${"aA".repeat(size)}!`, style));
    expect(growth(run, 100_000)).toBeLessThan(quadratic);
  });
});

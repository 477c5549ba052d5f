import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import { list, object, oneOf, union } from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";

/**
 * What an interface standard asks of the description of an interface (OpenAPI 3.x), as data that a program can check. There
 * are no free patterns: whoever writes one could make it run for ever on somebody else's document.
 */
export interface RuleSet {
  readonly describes: "openapi";
  /** Each asked once; in the order they were chosen. */
  readonly rules: readonly InterfaceRule[];
}

export type InterfaceRule =
  /** `info` has this field, and it is not blank. */
  | Ruled<"info-field", { readonly field: InfoField }>
  /** Every address in `servers` begins with https. */
  | Ruled<"servers-https">
  /** Every operation has an `operationId` that is written in one way. */
  | Ruled<"operation-id", { readonly style: NameStyle }>
  /** Every operation has a summary or a description. */
  | Ruled<"operation-described">
  /** Answers that tell a fault (4xx, 5xx) are problem documents: `application/problem+json`, RFC 9457. */
  | Ruled<"problem-documents">
  /** Every path, or every server's address, names its version: `/v1`. */
  | Ruled<"versioned-path">
  /** Every operation says how its caller proves who they are, or says that nobody has to. */
  | Ruled<"security-declared">;

/** An error keeps a description from conforming; a warning is shown. */
export const ruleSeverities = ["error", "warning"] as const;
export type RuleSeverity = (typeof ruleSeverities)[number];

export const infoFields = ["description", "contact", "license", "termsOfService"] as const;
type InfoField = (typeof infoFields)[number];

/** getPermit, GetPermit, get_permit, get-permit */
export const nameStyles = ["camelCase", "PascalCase", "snake_case", "kebab-case"] as const;
export type NameStyle = (typeof nameStyles)[number];

type Nothing = { readonly [none in never]: never };
type Ruled<R extends string, More = Nothing> = { readonly rule: R; readonly severity: RuleSeverity } & More;
type Of<R extends InterfaceRule["rule"]> = Extract<InterfaceRule, { readonly rule: R }>;

const severity = oneOf(...ruleSeverities);
const plain = <R extends string>(rule: R) => object<Ruled<R>>({ rule: oneOf(rule), severity });

const ruleShape: Shape<InterfaceRule> = union<InterfaceRule, "rule">("rule", {
  "info-field": object<Of<"info-field">>({ rule: oneOf("info-field"), severity, field: oneOf(...infoFields) }),
  "servers-https": plain("servers-https"),
  "operation-id": object<Of<"operation-id">>({ rule: oneOf("operation-id"), severity, style: oneOf(...nameStyles) }),
  "operation-described": plain("operation-described"),
  "problem-documents": plain("problem-documents"),
  "versioned-path": plain("versioned-path"),
  "security-declared": plain("security-declared"),
});

export const ruleSetShape: Shape<RuleSet> = object({ describes: oneOf("openapi"), rules: list(ruleShape) });

/** A rule's name with what tells it from another of its kind: `info-field.contact`. Texts and findings are named by it. */
export const ruleName = (rule: InterfaceRule): string =>
  rule.rule === "info-field" ? `${rule.rule}.${rule.field}` : rule.rule;

/** A set asks something, and nothing twice. @param field of the form, for its reasons */
export function ruleSetReasons(rules: RuleSet, field: string): readonly Reason[] {
  const fault = ruleSetShape.fault(rules);
  if (fault !== null) return [{ code: "RuleSetUnfit", params: { path: fault.path, message: fault.message }, field }];
  const names = rules.rules.map(ruleName);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return [
    ...when(names.length === 0, "RuleSetEmpty", field),
    ...when(twice !== undefined, "RuleTwice", field, { rule: twice ?? "" }),
  ];
}

const styles: { readonly [S in NameStyle]: RegExp } = {
  camelCase: /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)*$/,
  PascalCase: /^(?:[A-Z][a-z0-9]*)+$/,
  snake_case: /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/,
  "kebab-case": /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
};

/** Whether a name is written so. Each pattern has one way through, so that it ends in a time of the name's length. */
export const isStyled = (name: string, style: NameStyle): boolean => styles[style].test(name);

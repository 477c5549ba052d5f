import { BaseResolver, createConfig, lintDocument, Source } from "@redocly/openapi-core";
import { interfaceRuleNames } from "../../domain/evidence/interface-rules.ts";
import type { InterfaceRuleName } from "../../domain/evidence/interface-rules.ts";
import { isRecord, parsedDescription } from "./description.ts";
import type { JsonRecord } from "./description.ts";
import { NoDescription } from "./fault.ts";
import type { Place } from "./finding.ts";
import { housePlaces } from "./house-checks.ts";
import { openapiRules } from "./openapi-rules.ts";
import { operationsOf, standingAt } from "./operations.ts";

export interface Linted {
  readonly operations: number;
  /** In the order of the rules, then of the document; of each rule the first hundred. */
  readonly places: readonly Place[];
  /** How often each rule is broken, where it is. */
  readonly counts: readonly { readonly rule: InterfaceRuleName; readonly count: number }[];
}

const listed = 100;

/** A document may name addresses and files of this machine: none is ever looked at. */
class NothingOutside extends BaseResolver {
  override loadExternalRef(): Promise<Source> {
    return Promise.reject(new Error("outside"));
  }
}

/** Checks one description. @returns NoDescription where it is none, or none that can be checked */
export async function lint(text: string, mostOperations: number): Promise<Linted | NoDescription> {
  const description = parsedDescription(text);
  if (description instanceof NoDescription) return description;
  const operations = operationsOf(description);
  // Whoever reads the count refuses it: the rules would be at it for long.
  if (operations.length > mostOperations) return { operations: operations.length, places: [], counts: [] };
  const paths = isRecord(description["paths"]) ? Object.keys(description["paths"]).length : 0;
  // Each path is held against every other.
  if (paths > mostOperations) return new NoDescription("too-heavy");
  const formal = await openapiPlaces(description);
  if (formal instanceof NoDescription) return formal;
  const places = [...formal, ...housePlaces(description, operations)];
  const byRule = new Map<InterfaceRuleName, Set<string>>();
  for (const { rule, pointer } of places) byRule.set(rule, (byRule.get(rule) ?? new Set()).add(pointer));
  const broken = interfaceRuleNames.flatMap((rule) => {
    const pointers = byRule.get(rule);
    return pointers === undefined ? [] : [{ rule, pointers: [...pointers] }];
  });
  return {
    operations: operations.length,
    places: broken.flatMap(({ rule, pointers }) => pointers.slice(0, listed).map((pointer) => ({ rule, pointer }))),
    counts: broken.map(({ rule, pointers }) => ({ rule, count: pointers.length })),
  };
}

const config = createConfig({
  extends: [],
  rules: Object.fromEntries(Object.keys(openapiRules).map((rule) => [rule, "error"])),
});

async function openapiPlaces(description: JsonRecord): Promise<readonly Place[] | NoDescription> {
  try {
    const problems = await lintDocument({
      document: { source: new Source("/description", ""), parsed: description },
      config: await config,
      externalRefResolver: new NothingOutside(),
    });
    return problems.flatMap(({ ruleId, location }): Place[] => {
      const rule = openapiRules[ruleId];
      if (rule === undefined) return [];
      const pointer = placeOf(rule, location[0]?.pointer ?? "#/");
      return [{ rule: outside(description, rule, pointer) ?? rule, pointer }];
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return new NoDescription(/^Unsupported/.test(why) ? "version" : "not-one");
  }
}

/** For a name given twice the library adds the name to the place: it is the operation that is meant. */
const placeOf = (rule: InterfaceRuleName, pointer: string): string =>
  rule === "same-operation-id" ? pointer.replace(/\/[^/]*$/, "") : pointer;

/** A reference that leads out of the document is told from one that leads nowhere in it. */
function outside(description: JsonRecord, rule: InterfaceRuleName, pointer: string): InterfaceRuleName | null {
  const value = rule === "reference" ? standingAt(description, pointer.replace(/\/\$ref$/, "")) : null;
  const reference = isRecord(value) ? (value["$ref"] ?? value["externalValue"]) : value;
  return typeof reference === "string" && !reference.startsWith("#") ? "reference-outside" : null;
}

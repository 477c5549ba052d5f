import type { Policy } from "../../domain/policy/policy.ts";
import { freedomOf, freedomOfIndicator } from "../../domain/technology/pilot/after-data.ts";
import type { Freedom, PlanField } from "../../domain/technology/pilot/after-data.ts";
import type { PlannedIndicator } from "../../domain/measures/planned-indicator.ts";
import type { Typed } from "../forms/typed.ts";
import { indicatorsOf } from "../../domain/measures/indicator.ts";

/** What an input of the form may still do after data; an input that is none of the plan's fields is free. */
export function freedomOfInput(name: string, policy: Policy): Freedom {
  const [part = "", key = "", own = ""] = name.split(".");
  if (part !== "indicators") return part in inputs ? freedomOf(inputs[part as Input]) : "free";
  const indicator = indicatorsOf(policy).find((candidate) => candidate.key === key);
  const field = own in ofIndicator ? ofIndicator[own as IndicatorInput] : undefined;
  return indicator === undefined || field === undefined ? "free" : freedomOfIndicator(field, indicator);
}

/** Where an input is fixed, what is locked stands in it, whatever was sent. */
export function withFixed(typed: Typed, locked: Typed, policy: Policy): Typed {
  const isFixed = ([name]: readonly [string, unknown]): boolean => freedomOfInput(name, policy) === "fixed";
  return Object.fromEntries([
    ...Object.entries(typed).filter((candidate) => !isFixed(candidate)),
    ...Object.entries(locked).filter(isFixed),
  ]);
}

/** The names that the plan's fields have in the form. */
const inputs = {
  sites: "sites",
  siteCount: "siteCount",
  startsOn: "startsOn",
  days: "days",
  services: "services",
  latencyMs: "latencyMs",
  restoreMinutes: "restoreSeconds",
  looks: "looks",
  fairness: "fairness",
  assisted: "assisted",
  assistedWhy: "assistedWhy",
  exit: "exit",
  rollback: "rollback",
} as const satisfies { readonly [name: string]: PlanField };
type Input = keyof typeof inputs;

const ofIndicator = {
  excluded: "applicable",
  chosen: "applicable",
  reason: "reason",
  floor: "floor",
  minimumSample: "minimumSample",
  margin: "margin",
  anytime: "anytime",
} as const satisfies { readonly [name: string]: keyof PlannedIndicator };
type IndicatorInput = keyof typeof ofIndicator;

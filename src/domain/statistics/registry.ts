import type { Json } from "../words/json.ts";
import type { Methods } from "./method.ts";
import { MethodInput } from "./method-input.ts";
import { capacityMethods } from "./methods-capacity.ts";
import { comparisonMethods } from "./methods-comparison.ts";
import { fairnessMethods } from "./methods-fairness.ts";
import { gateMethods } from "./methods-gate.ts";
import { governanceMethods } from "./methods-governance.ts";
import { lookMethods } from "./methods-looks.ts";
import { pairedMethods } from "./methods-paired.ts";
import { proportionMethods } from "./methods-proportions.ts";
import { reliabilityMethods } from "./methods-reliability.ts";
import { sampleSizeMethods } from "./methods-sample-size.ts";
import { scoringMethods } from "./methods-scoring.ts";
import { usabilityMethods } from "./methods-usability.ts";
import { weightMethods } from "./methods-weights.ts";

/** Every measurement method by the name that `touchstone method NAME` takes. */
export const methods: Methods = {
  ...proportionMethods,
  ...gateMethods,
  ...reliabilityMethods,
  ...capacityMethods,
  ...usabilityMethods,
  ...scoringMethods,
  ...weightMethods,
  ...comparisonMethods,
  ...pairedMethods,
  ...fairnessMethods,
  ...lookMethods,
  ...sampleSizeMethods,
  ...governanceMethods,
};

/** Names of all methods, sorted. */
export function methodNames(): string[] {
  return Object.keys(methods).sort();
}

/** Runs one method on its JSON input. Throws MethodInputError (shape) or RangeError (numbers); undefined: no such method. */
export function runMethod(name: string, input: Json): Json | undefined {
  return Object.hasOwn(methods, name) ? methods[name]?.run(new MethodInput(input)) : undefined;
}

import type { Json } from "../words/json.ts";
import { availabilityMethods } from "./availability.ts";
import { capacityMethods } from "./capacity.ts";
import { clusteredShareMethods } from "./clustered-shares.ts";
import { exactTestMethods } from "./exact-tests.ts";
import { fourFifthsMethods } from "./four-fifths.ts";
import { governanceMethods } from "./governance.ts";
import { groupRateMethods } from "./group-rates.ts";
import { lookMethods } from "./looks.ts";
import { meanDifferenceMethods } from "./mean-differences.ts";
import { meanMethods } from "./means.ts";
import type { Method, Methods } from "./method.ts";
import { MethodInput } from "./method-input.ts";
import { numericMethods } from "./numerics.ts";
import { proportionMethods } from "./proportions.ts";
import { questionnaireMethods } from "./questionnaires.ts";
import { raterMethods } from "./raters.ts";
import { sampleSizeMethods } from "./sample-sizes.ts";
import { scoreMethods } from "./scores.ts";
import { shareDifferenceMethods } from "./share-differences.ts";
import { weightMethods } from "./weights.ts";

/** The families of methods by what they are for, in the order in which the list of the pages shows them. */
export const methodGroups = {
  planning: [sampleSizeMethods, lookMethods],
  proportions: [proportionMethods, clusteredShareMethods],
  availability: [availabilityMethods],
  capacity: [capacityMethods],
  usability: [questionnaireMethods, meanMethods],
  comparison: [shareDifferenceMethods, meanDifferenceMethods, exactTestMethods],
  raters: [raterMethods],
  scoring: [scoreMethods, weightMethods, numericMethods],
  fairness: [groupRateMethods, fourFifthsMethods],
  governance: [governanceMethods],
} satisfies { readonly [group: string]: readonly Methods[] };

const named: readonly (readonly [string, Method])[] = Object.values(methodGroups)
  .flat()
  .flatMap((family) => Object.entries(family));

/** Every measurement method by the name that `touchstone method NAME` takes. */
export const methods: ReadonlyMap<string, Method> = new Map(named);

/** Names of all methods, sorted. */
export function methodNames(): string[] {
  return [...methods.keys()].sort();
}

/** Runs one method on its JSON input. Throws MethodInputError (shape) or RangeError (numbers); undefined: no such method. */
export function runMethod(name: string, input: Json): Json | undefined {
  return methods.get(name)?.run(new MethodInput(input));
}

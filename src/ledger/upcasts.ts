import type { JsonObject } from "../domain/words/json.ts";
import { policyUpcasts } from "../domain/policy/publishing/upcasts.ts";
import { technologyUpcasts } from "../domain/technology/upcasts.ts";

/**
 * Raises payloads of old shapes on read: `{ type: { 1: from schema 1 to 2, 2: from 2 to 3 } }`. Stored leaves never
 * change, and a frozen fixture of each shape ever written stays in the tests.
 */
export type Upcasts = {
  readonly [type: string]: { readonly [schema: number]: (payload: JsonObject) => JsonObject };
};

/** What each shape meant before it had the fields it has now stands beside the type it tells of. */
export const upcasts: Upcasts = { ...policyUpcasts, ...technologyUpcasts };

import type { ReadOptions } from "./format.ts";
import { mappingFault } from "./mapping.ts";
import { Refused } from "./refused.ts";

/**
 * The format that the person names, with a mapping's own where only that is given.
 *
 * @throws Refused where the two differ, or the mapping names what the format does not know
 */
export function namedFormat({ as, mapping }: ReadOptions): ReadOptions["as"] {
  if (mapping === undefined) return as;
  if (as !== undefined && as !== mapping.format) {
    const message = `The mapping is one for ${mapping.format}, the format named is ${as}`;
    throw new Refused({ code: "mapping-format", message });
  }
  const fault = mappingFault(mapping);
  if (fault !== null) throw new Refused({ code: "mapping-column", message: fault.reason, why: fault.why });
  return mapping.format;
}

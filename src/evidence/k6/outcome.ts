import { Unreadable } from "../unreadable.ts";
import { ascii, equalsAt, wholeAt } from "../load/bytes.ts";

const trueWord = ascii("true");
const falseWord = ascii("false");

/**
 * Whether a request failed, as k6 says: `expected_response`, which the script's own idea of an expected answer decides;
 * where the tester did not have it written, k6's default, which is any status but 200 to 399.
 *
 * @returns undefined where neither is there
 */
export function failedOf(
  buffer: Uint8Array,
  expectedFrom: number,
  expectedTo: number,
  statusFrom: number,
  statusTo: number,
): boolean | undefined {
  if (equalsAt(buffer, expectedFrom, expectedTo, trueWord)) return false;
  if (equalsAt(buffer, expectedFrom, expectedTo, falseWord)) return true;
  const status = wholeAt(buffer, statusFrom, statusTo);
  return status < 0 ? undefined : status < 200 || status > 399;
}

export const neither = new Unreadable("outcome-untold");

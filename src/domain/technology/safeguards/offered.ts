import { safeguardKind } from "../../safeguard-kinds/kinds.ts";
import type { Offered } from "../manifest/act.ts";
import { reviewerReasons } from "./review-safeguard.ts";

/** To those who may review one of the statements that are handed in. */
export const submitted: Offered = (t, f) =>
  t.safeguards.some((safeguard) => {
    const kind = safeguardKind(safeguard.kind);
    if (kind === undefined || safeguard.submitted === null || safeguard.dropped !== null) return false;
    return reviewerReasons(kind, safeguard, t, f).length === 0;
  });

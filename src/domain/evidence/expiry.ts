import { isBefore } from "../words/days.ts";
import type { Day } from "../words/text.ts";

/** A piece stands through its last day; expiry is computed from today, whether or not the sweep has come by. */
export const isExpired = ({ expiresOn }: { readonly expiresOn: Day }, today: Day): boolean =>
  isBefore(expiresOn, today);

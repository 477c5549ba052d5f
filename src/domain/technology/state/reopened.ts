import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import type { Technology } from "./technology.ts";

/** While a gate behind it is asked again, nothing that rests on its approval goes further; what runs goes on. */
export const reopenedReasons = ({ reopened }: Technology): readonly Reason[] =>
  when(reopened !== null, "GateAskedAgain", undefined, { gate: reopened?.gate ?? "" });

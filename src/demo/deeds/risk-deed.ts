import type { Words } from "../words.ts";

/** A risk is meant by its name. */
export type RiskDeed =
  | {
      readonly do: "ask-risk";
      readonly risk: Words;
      /** Login of the approver who is to answer for it. */
      readonly approver: string;
      /** Days from the day on which it is asked. */
      readonly days: number;
      readonly why: Words;
    }
  | { readonly do: "accept-risk"; readonly risk: Words; readonly why: Words }
  | { readonly do: "refuse-risk"; readonly risk: Words; readonly why: Words };

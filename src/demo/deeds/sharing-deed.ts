import type { Words } from "../words.ts";

export type SharingDeed =
  | {
      readonly do: "offer-piece";
      /** By the title it was attached under. */
      readonly title: Words;
      /** Keys of departments, or everybody. */
      readonly to: "all" | readonly string[];
    }
  /** From another technology, by its English name. */
  | { readonly do: "borrow-piece"; readonly from: string; readonly title: Words }
  | { readonly do: "put-away"; readonly number: number; readonly why: Words };

import type { Questionnaire } from "../../domain/measures/questionnaire.ts";
import type { Words } from "../words.ts";

/** Questionnaires that are answered in the product. */
export type CollectionDeed =
  | {
      readonly do: "open-collection";
      readonly questionnaire: Questionnaire | "satisfaction";
      readonly groups: readonly string[];
      readonly places: readonly Words[];
      /** Days from its opening to its last. */
      readonly days: number;
      /** One-time codes, or one link for so many answers. */
      readonly codes: number | null;
      readonly most: number | null;
      readonly introduction: Words;
    }
  /** People answer the newest one: how well they like it, on the questionnaire's own steps. */
  | { readonly do: "answer-collection"; readonly people: number; readonly mean: number; readonly sd: number }
  | { readonly do: "close-collection"; readonly title: Words; readonly why: Words | null };

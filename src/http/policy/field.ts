import type { Language } from "../view/languages.ts";

/** One number, word or choice of the policy that a new version may change. */
export type PolicyField = {
  /** Where it stands, as in the reasons of `checkPolicy`, and the name of its input. */
  readonly path: string;
  readonly value: string;
  /** Which part of the page it belongs to. */
  readonly part: string;
  readonly label: (language: Language) => string;
  /** What the value says, where it is not what was typed. */
  readonly says?: (language: Language) => string;
};

export function field(part: string, path: string, value: number | string, label: PolicyField["label"]): PolicyField {
  return { part, path, value: String(value), label };
}

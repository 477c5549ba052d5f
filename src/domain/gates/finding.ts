import type { Json } from "../json.ts";
import type { Role } from "../people/roles.ts";
import type { Day } from "../technology/text.ts";
import type { Sentence } from "./condition.ts";
import type { Finding } from "./dossier.ts";

interface Blanks {
  readonly [name: string]: Json;
}

export interface Findings {
  readonly met: (variant?: string, params?: Blanks) => Finding;
  readonly unmet: (variant?: string, params?: Blanks, due?: Day | null) => Finding;
  readonly unknown: (variant?: string, params?: Blanks, due?: Day | null) => Finding;
}

/**
 * The three answers of one condition. Sentences are "conditions:<key>.<variant>" and "conditions:<key>.remedy"; the
 * variant is the status itself unless there is more to tell. Blanks never count days: a ground that changed overnight
 * without anything having happened would void the votes.
 */
export const findings = (key: string, owner: Role): Findings => {
  const open =
    (status: "unmet" | "unknown") =>
    (variant: string = status, params: Blanks = {}, due: Day | null = null): Finding => ({
      status,
      reason: sentence(key, variant, params),
      remedy: sentence(key, "remedy", params),
      owner,
      due,
    });
  return {
    met: (variant = "met", params = {}) => ({
      status: "met",
      reason: sentence(key, variant, params),
      remedy: null,
      owner,
      due: null,
    }),
    unmet: open("unmet"),
    unknown: open("unknown"),
  };
};

const sentence = (key: string, variant: string, params: Blanks): Sentence => ({
  code: `conditions:${key}.${variant}`,
  params,
});

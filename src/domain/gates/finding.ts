import type { Json } from "../words/json.ts";
import type { Role } from "../people/roles.ts";
import type { Day } from "../words/text.ts";
import type { Sentence } from "../technology/state/condition-result.ts";
import type { ConditionFinding } from "./dossier.ts";
import type { Thing } from "../technology/state/thing.ts";

interface Blanks {
  readonly [name: string]: Json;
}

export interface Answers {
  readonly met: (variant?: string, params?: Blanks) => ConditionFinding;
  readonly unmet: Open;
  readonly unknown: Open;
}

/** An open finding says first what it names: without that, a waiver of it would cover whatever came later. */
type Open = (names: Named, variant?: string, params?: Blanks, due?: Day | null) => ConditionFinding;

/** "itself" where there is nothing else to name. */
type Named = readonly Thing[] | "itself";

/**
 * The three answers of one condition. Sentences are "conditions:<key>.<variant>" and "conditions:<key>.remedy"; the
 * variant is the status itself unless there is more to tell. Blanks never count days: a ground that changed overnight
 * without anything having happened would void the votes.
 */
export function findings(key: string, owner: Role): Answers {
  const open =
    (status: "unmet" | "unknown"): Open =>
    (names, variant = status, params = {}, due = null) => ({
      status,
      reason: sentence(key, variant, params),
      names: things(key, variant, names),
      remedy: sentence(key, "remedy", params),
      owner,
      due,
    });
  return {
    met: (variant = "met", params = {}) => ({
      status: "met",
      reason: sentence(key, variant, params),
      names: [],
      remedy: null,
      owner,
      due: null,
    }),
    unmet: open("unmet"),
    unknown: open("unknown"),
  };
}

function things(key: string, variant: string, names: Named): readonly Thing[] {
  if (names === "itself") return [{ kind: "state", id: variant }];
  if (names.length === 0) throw new Error(`${key} is open and names nothing`);
  return names;
}

const sentence = (key: string, variant: string, params: Blanks): Sentence => ({
  code: `conditions:${key}.${variant}`,
  params,
});

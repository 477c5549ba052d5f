import { canonicalJson } from "../../words/canonical.ts";
import { sha256 } from "../../words/digest.ts";
import type { ConditionFinding } from "../../gates/dossier.ts";
import { findingOf } from "../../gates/dossier-of.ts";
import { namesThen } from "../../gates/names-then.ts";
import { withoutAges } from "../state/condition-result.ts";
import { beyond, thingsAsJson } from "../state/thing.ts";
import type { Thing } from "../state/thing.ts";
import { judgeReasons } from "./eligible.ts";
import type { Facts, Staff } from "../state/facts.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { Technology, Waiver } from "../state/technology.ts";
import type { PersonId } from "../../words/text.ts";

/** Those whose support counts now. */
export const supportersNow = (t: Technology, { supporters }: Waiver, f: Staff): readonly PersonId[] =>
  supporters.filter((id) => judgeReasons(t, id, f).length === 0);

/** What the waiver's condition finds now, whatever was waived. */
export const findingNow = (t: Technology, { condition, gate }: Waiver, f: Facts): ConditionFinding =>
  findingOf(condition, gate, t, pinnedPolicy(t, f), f);

/** What stands now and was not shown to somebody who asked for the waiver or supported it. */
export function beyondAsked(t: Technology, waiver: Waiver, f: Facts): readonly Thing[] {
  const { names } = findingNow(t, waiver, f);
  const unseen = waiver.stood.flatMap((stood) =>
    beyond(namesThen(stood, waiver.condition, waiver.gate, pinnedPolicy(t, f)), names),
  );
  return names.filter((thing) => unseen.includes(thing));
}

/** A finding as one digest: the form of the decision carries it. */
export const digestOfFinding = ({ status, reason, names }: ConditionFinding): string =>
  sha256(canonicalJson({ status, code: reason.code, params: withoutAges(reason.params), names: thingsAsJson(names) }));

import type { Policy } from "../../domain/policy/policy.ts";
import type { SafeguardKind } from "../../domain/safeguards/kind.ts";
import { textsIn } from "../../domain/safeguards/texts.ts";
import type { Safeguard } from "../../domain/technology/state/safeguards.ts";

/** Digests of everything that somebody wrote in one statement and about it. */
export const textsOf = (
  kind: SafeguardKind,
  policy: Policy,
  { answers, review, reopened, dropped }: Safeguard,
): readonly (string | null)[] => [
  ...textsIn(kind.questions(policy), answers).texts,
  review?.text ?? null,
  reopened?.text ?? null,
  dropped?.text ?? null,
];

import { fold } from "../domain/technology/technology.ts";
import { asTechnologyEvent } from "../projections/known.ts";
import { streamOfSlug } from "./propose.ts";
import { policiesOf } from "./replay.ts";
import { measureAgain } from "./replayEvidence.ts";
import { shown } from "./replayTypes.ts";
import type { ReplayDifference } from "./replayTypes.ts";
import type { Services } from "./services.ts";

/** A technology's evidence measured again from the vault, beside what its entries say. */
export interface Recheck {
  readonly technology: string;
  readonly same: boolean;
  readonly pieces: readonly {
    readonly evidence: string;
    readonly kind: string;
    readonly same: boolean;
    readonly differences: readonly ReplayDifference[];
  }[];
}

/** @param piece one piece only, "e2"; all of them without it. Null where there is no such technology or piece. */
export async function recheckEvidence(
  { ledger, vault }: Pick<Services, "ledger" | "vault">,
  slug: string,
  piece?: string,
): Promise<Recheck | null> {
  const stream = await streamOfSlug({ ledger }, slug);
  const events = stream === null ? [] : (await ledger.readStream(stream)).map(asTechnologyEvent);
  const state = fold(events);
  const wanted = (state?.evidence ?? []).filter(({ evidence }) => piece === undefined || evidence === piece);
  if (state === null || (piece !== undefined && wanted.length === 0)) return null;
  const policies = await policiesOf({ ledger });
  const pieces: Recheck["pieces"][number][] = [];
  for (const one of wanted) {
    const { findings } = await measureAgain(vault, one, events, policies, state.erased);
    const { evidence, kind } = one;
    pieces.push({ evidence, kind, same: findings.length === 0, differences: findings.map(shown) });
  }
  return { technology: slug, same: pieces.every(({ same }) => same), pieces };
}

import { consultationIn, pointIn } from "../domain/technology/state/consultations.ts";
import type { TechnologyCommand, Technology } from "../domain/technology/state/technology.ts";
import type { TextRef } from "../domain/words/text.ts";
import type { Ledger } from "../ledger/port.ts";

/**
 * The words a form was filled with, by their digests: whoever revises a proposal and leaves its need alone has not
 * changed the need, although every sealing draws another digest.
 */
export async function knownTexts(
  ledger: Ledger,
  state: Technology | null,
  command: Pick<TechnologyCommand, "type"> & Partial<Of>,
): Promise<ReadonlyMap<string, TextRef>> {
  const digests = new Set(digestsIn(state === null ? null : revised(state, command)));
  const stored = await Promise.all([...digests].map((digest) => ledger.privateText(digest)));
  return new Map(
    stored.flatMap((text) =>
      text === null || text === "erased" ? [] : [[text.text, text.digest as TextRef] as const],
    ),
  );
}

/** Which of several the command is about. */
interface Of {
  readonly consultation: string;
  readonly point: string;
}

/** What the command replaces with a new version of itself: of that one alone, since others may say the same under other digests. */
function revised(state: Technology, command: Pick<TechnologyCommand, "type"> & Partial<Of>): unknown {
  const asking = consultationIn(state, command.consultation ?? "");
  const point = asking === undefined ? undefined : pointIn(asking, command.point ?? "");
  switch (command.type) {
    case "ReviseProposal":
      return state.proposal;
    case "AmendPilotPlan":
      return state.plan?.plan ?? null;
    case "AmendCostPlan":
      return state.costPlans.at(-1)?.plan ?? null;
    case "DraftConditions":
      return Object.values(state.ballots).flatMap(({ draft }) => draft);
    case "StateSafeguard":
      return state.safeguards.map(({ answers }) => answers);
    case "GiveOpinion":
      return state.panels.at(-1)?.members.flatMap(({ opinions }) => opinions) ?? null;
    case "AmendConsultation":
      return asking?.versions.at(-1)?.terms ?? null;
    case "RewordPoint":
      return point?.words.at(-1)?.text ?? null;
    case "AnswerPoint":
      return point?.answers.at(-1) ?? null;
    case "PlanRollout":
      return state.rollout?.waves ?? null;
    default:
      return null;
  }
}

function digestsIn(value: unknown): string[] {
  if (typeof value === "string") return /^[0-9a-f]{64}$/.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(digestsIn);
}

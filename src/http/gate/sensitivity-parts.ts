import { setTimeout as later } from "node:timers/promises";
import { firmnessOf, hingesOf, policyOfLook } from "../../application/sensitivity/firmness.ts";
import type { Firmness } from "../../application/sensitivity/firmness.ts";
import type { Services } from "../../application/services.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Decided } from "../../domain/technology/state/gate.ts";
import type { Look } from "../../domain/technology/state/pilot.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Language } from "../view/languages.ts";
import type { GateParts } from "./gate-parts.ts";
import { firmModel, firmTitle, nearestTurn } from "./sensitivity.ts";
import type { FirmModel } from "./sensitivity.ts";

/** A verdict for every piece takes a second or so the first time: these pages do not wait for it, the look's own does. */
const patienceMs = 250;

/** How firmly the verdict of this gate stands; null where the gate rests on none. */
export async function firmPart(services: Services, { row, view, language }: GateParts): Promise<FirmModel | null> {
  return view.gate !== "rollout" || view.look === null ? null : inShort(services, row, view.state, view.look, language);
}

/** The same for a decision on record: worked out from the look it rested on, so an auditor sees what approvers saw. */
export async function firmOfRecord(
  services: Services,
  row: PortfolioRow,
  state: Technology,
  { record, gate, position }: Decided,
  language: Language,
): Promise<FirmModel | null> {
  if (gate !== "rollout" || record.verdict === null) return null;
  const look = state.looks.findLast((earlier) => earlier.position < position);
  return look === undefined ? null : inShort(services, row, state, look, language);
}

/** One line for the sheet. */
export async function firmLine(services: Services, { row, view, language }: GateParts): Promise<string | null> {
  if (view.gate !== "rollout" || view.look === null) return null;
  const firmness = await firmnessOr(services, row, view.state, view.look);
  return firmness?.reproduced
    ? language.t("verdict:firm.line", { text: firmTitle(language, view.policy, firmness) })
    : null;
}

async function inShort(
  services: Services,
  row: PortfolioRow,
  state: Technology,
  look: Look,
  language: Language,
): Promise<FirmModel> {
  const hinges = hingesOf(services, row.id, state, look);
  const firmness = await firmnessOr(services, row, state, look);
  const model = firmModel({
    language,
    policy: policyOfLook(services, state, look),
    firmness,
    hinges: await Promise.race([hinges.catch(() => null), later(patienceMs, null, { ref: false })]),
    kinds: new Map(state.evidence.map(({ evidence, kind }) => [evidence, kind])),
  });
  return {
    ...model,
    // Weights that turn nothing say no more than the title does; the look's own page draws them.
    figure: nearestTurn(firmness?.sensitivity.weights ?? []) === null ? null : model.figure,
    hinges: null,
    more: {
      text: language.t("verdict:firm.more"),
      href: `/technologies/${row.slug}/looks/${look.position}`,
    },
  };
}

/** Nobody is kept from a gate because this could not be worked out; the log says why. */
async function firmnessOr(
  services: Services,
  row: PortfolioRow,
  state: Technology,
  look: Look,
): Promise<Firmness | null> {
  try {
    return await firmnessOf(services, row.id, state, look);
  } catch (error) {
    services.log.error({ err: error, technology: row.id, look: look.position }, "sensitivity not worked out");
    return null;
  }
}

import type { Request } from "express";
import type { Services } from "../../application/services.ts";
import { fold } from "../../domain/technology/evolve.ts";
import type { Decided } from "../../domain/technology/state/gate.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import { asEvent } from "../../domain/stream.ts";
import { technologies } from "../../domain/technology/technology-stream.ts";
import { technologyOf } from "../../domain/technology/streams.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import { notFound } from "../faults.ts";
import { placesOf } from "../technology-page.ts";
import type { Language } from "../view/languages.ts";
import { pathValue } from "../request-values.ts";

/** What a page under /decisions/:position is about. */
export type DecisionPage = {
  readonly position: number;
  readonly row: PortfolioRow;
  readonly state: Technology;
  readonly decision: Decided;
  readonly language: Language;
  readonly at: (place?: string) => string;
};

/** @throws Fault 404 where no decision stands at that position */
export async function decisionPage(services: Services, req: Request, language: Language): Promise<DecisionPage> {
  const position = Number(pathValue(req, "position"));
  if (!Number.isSafeInteger(position) || position < 1) notFound();
  const [event] = await services.ledger.readAll(position - 1, 1);
  if (event?.type !== "GateDecided") notFound();
  const row = services.views.portfolio.byId(technologyOf(event.stream) ?? "") ?? notFound();
  const state = await stateWith(services, row.id, event);
  const decision = state.decisions.find((decided) => decided.position === position) ?? notFound();
  return { position, row, state, decision, language, at: placesOf(row) };
}

/** The state that is kept, unless the views stand before the decision: then what the ledger says by itself. */
async function stateWith({ views, ledger }: Services, id: string, decided: LedgerEvent): Promise<Technology> {
  const latest = await views.technologyState(id);
  if (latest !== null && latest.position >= decided.position) return latest;
  return fold((await ledger.readStream(decided.stream)).map(asEvent(technologies))) ?? notFound();
}

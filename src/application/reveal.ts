import { textDigest } from "./text-digest.ts";
import type { ScoreSheet } from "../domain/technology/state/evaluation.ts";
import type { Ledger } from "../ledger/port.ts";
import { isComplete } from "../domain/technology/state/evaluators.ts";
import { handle } from "./handle.ts";
import type { Outcome } from "./outcome.ts";
import type { Services } from "./services.ts";
import { systemSubmission } from "./system.ts";
import { technologyTask } from "./technology-task.ts";
import type { Raw } from "./raw-command.ts";

/** Opens the sheets once everybody has submitted or was released; null where it is not yet time. */
export async function revealWhenComplete(services: Services, technology: string): Promise<Outcome | null> {
  const { views } = services;
  const state = await views.technologyState(technology);
  const evaluation = state?.evaluation ?? null;
  if (evaluation === null || !isComplete(evaluation)) return null;
  const submitted = evaluation.evaluators.filter((evaluator) => evaluator.state === "submitted");
  const sheets = await Promise.all(submitted.map(({ person, sheet }) => openSheet(services, person, sheet)));
  const command = { type: "RevealScores", sheets: sheets.filter((sheet) => sheet !== null) } as const;
  // The texts in the sheets were sealed when they were submitted: their digests go through as they are.
  return handle(services, systemSubmission(), technologyTask(technology, command as unknown as Raw<typeof command>));
}

/** A submitted sheet, checked against the digest that its event carries; null where it was erased. */
export async function openSheet(
  { ledger }: { readonly ledger: Ledger },
  person: string,
  digest: string | null,
): Promise<ScoreSheet | null> {
  const stored = digest === null ? null : await ledger.privateText(digest);
  if (stored === null || stored === "erased") return null;
  const actual = textDigest(stored);
  if (actual !== digest) throw new Error(`The score sheet ${digest ?? ""} is not what was submitted`);
  const sheet = JSON.parse(stored.text) as ScoreSheet;
  if (sheet.evaluator !== person) throw new Error(`The score sheet ${digest} belongs to somebody else`);
  return sheet;
}

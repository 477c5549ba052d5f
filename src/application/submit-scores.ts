import type { JsonObject } from "../domain/words/json.ts";
import type { ScoreSheet, SheetItem } from "../domain/technology/state/evaluation.ts";
import type { TextRef } from "../domain/words/text.ts";
import { canonicalJson } from "../domain/words/canonical.ts";
import { handle } from "./handle.ts";
import type { Outcome, TechnologySubmission } from "./outcome.ts";
import type { Raw } from "./raw-command.ts";
import { revealWhenComplete } from "./reveal.ts";
import { seal, sealText } from "./seal.ts";
import type { Services } from "./services.ts";
import { technologyFrame } from "./technology-task.ts";

/**
 * Hands in a blind sheet: the ledger gets its digest only, the sheet itself waits beside it as a private text. The
 * last one in reveals them all.
 */
export async function submitScores(
  services: Services,
  { technology, items, ...submission }: TechnologySubmission & { readonly items: readonly Raw<SheetItem>[] },
): Promise<Outcome> {
  return handle(services, submission, {
    ...technologyFrame,
    id: technology,
    bound: { technology, items: items as unknown as JsonObject[] },
    prepare: async () => {
      const { value, texts } = seal<readonly SheetItem[]>(items);
      const sheet: ScoreSheet = { evaluator: submission.actor.id, items: value };
      const sealed = sealText(canonicalJson(sheet as unknown as JsonObject));
      const command = { type: "SubmitScores", sheet: sealed.digest as TextRef, items: value } as const;
      return { command, texts: [...texts, sealed] };
    },
    after: () => revealWhenComplete(services, technology),
  });
}

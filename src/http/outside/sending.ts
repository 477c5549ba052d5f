import { randomUUID } from "node:crypto";
import type { Submission } from "../../application/outcome.ts";
import { publicActor } from "../../application/public-actor.ts";
import { drawReceiptCode } from "../../application/receipt-code.ts";
import { blankForm } from "../forms/form.ts";
import type { Filled, FormState } from "../forms/form.ts";

/** As the public, known by nothing: every entry says so alike. */
export const byPublic = ({ commandId }: Pick<Filled<unknown>, "commandId">): Submission => ({
  actor: publicActor,
  role: "public",
  commandId,
});

/**
 * The same words once more, for another entry under a code of its own.
 *
 * @param reason why they were not entered
 */
export const withAnotherCode = ({ typed }: Pick<Filled<unknown>, "typed">, reason: string): FormState => ({
  ...blankForm({ ...typed, code: drawReceiptCode() }),
  status: 409,
  commandId: randomUUID(),
  reasons: [{ code: reason }],
});

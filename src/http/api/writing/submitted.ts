import { createHash, randomUUID } from "node:crypto";
import type { Request } from "express";
import type { TokenScope } from "../../../authority/intake-tokens.ts";
import { handle } from "../../../application/handle.ts";
import { onTechnology } from "../../../application/on-technology.ts";
import type { Outcome, Submission } from "../../../application/outcome.ts";
import type { RawTechnologyCommand } from "../../../application/raw-command.ts";
import { readerOf } from "../../../application/reader.ts";
import { rewriting } from "../../../domain/technology/terms.ts";
import type { Deps } from "../../deps.ts";
import { departmentName } from "../../say/department.ts";
import { versionMatched } from "../answer.ts";
import { aboutTechnology, roleIn } from "../caller.ts";
import type { Call, Caller, TechnologyCall } from "../caller.ts";
import { ApiProblem } from "../problem.ts";
import { problemOfOutcome } from "../refusal.ts";
import type { Matching, Reply } from "../route.ts";

/** What was entered, now or by the same request before, and the technology as it stands after it. */
export type Entered = {
  readonly fresh: boolean;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly after: TechnologyCall;
};

/**
 * One command on a technology, decided by the rules of the pages.
 *
 * @throws ApiProblem for whatever keeps it from being entered
 */
export async function enter(
  deps: Deps,
  call: TechnologyCall,
  { scope, matching, command }: { scope: TokenScope; matching: Matching; command: RawTechnologyCommand },
): Promise<Entered> {
  const { row, technology } = call;
  mustRead(deps, call, command);
  const matched = versionMatched(call, matching, technology.version);
  const outcome = await handle(
    deps.services,
    { ...submissionBy(call, scope), ...matched },
    onTechnology(row.id, command),
  );
  if (outcome.kind === "stale" && "expectedVersion" in matched) throw new ApiProblem("precondition-failed");
  const entered = enteredBy(outcome, call);
  note(deps, call, entered.fresh);
  return { ...entered, after: await aboutTechnology(deps, call) };
}

/** Nobody writes anew what they may not read. @throws ApiProblem forbidden */
function mustRead(
  { services }: Deps,
  { caller, technology, language, row }: TechnologyCall,
  { type }: RawTechnologyCommand,
): void {
  if (!rewriting.has(type) || readerOf(services, caller.actor, technology).all) return;
  const department = departmentName(language, services.views.departments.all(), row.department);
  throw new ApiProblem("forbidden", [
    { code: "WordsWithheld", message: language.t("common:withheld.rewrite", { department }) },
  ]);
}

/** Who asks in which role, and by which key a repetition is known. */
export const submissionBy = ({ req, caller }: Call, scope: TokenScope): Submission => ({
  actor: caller.actor,
  role: roleIn(caller, scope),
  commandId: commandIdOf(req, caller),
});

/** @throws ApiProblem where nothing was entered */
export function enteredBy(outcome: Outcome, { language }: Call): Omit<Entered, "after"> {
  if (outcome.kind !== "accepted" && outcome.kind !== "repeated") throw problemOfOutcome(outcome, language);
  return { fresh: outcome.kind === "accepted", payload: outcome.events[0]?.payload ?? {} };
}

export function note({ services }: Deps, { caller, req }: Call, fresh: boolean): void {
  services.log.info({ event: "entry-by-token", token: caller.token.id, fresh, reference: req.id });
}

/** What was entered, as it can be read back. */
export function made<T>(fresh: boolean, version: number, [body]: readonly T[]): Reply<T> {
  if (body === undefined) throw new Error("What was entered cannot be read back");
  return { status: fresh ? 201 : 200, body, version };
}

/** The caller's own key stands for the person's, so that nobody meets another's. @throws ApiProblem bad-request */
export function commandIdOf(req: Request, { actor }: Caller): string {
  const key = req.get("idempotency-key")?.replace(/^"(.*)"$/, "$1");
  if (key === undefined || key === "") return randomUUID();
  if (key.length > 200) throw new ApiProblem("bad-request");
  return createHash("sha256").update(`key ${actor.id} ${key}`).digest("hex");
}

import { readFileSync } from "node:fs";
import { checkPolicy } from "../domain/policy/publishing/check.ts";
import { neverPasses } from "../domain/policy/publishing/never-passes.ts";
import { laterRules, laterTopics } from "../domain/policy/later-rules.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { Usage } from "./explain.ts";

/**
 * A policy as `policy show` prints it, or as an event of the ledger carries it (in `policy`, or in `payload`).
 *
 * @throws Usage naming every field that is wrong
 */
export function readPolicy(file: string): Policy {
  const place = file === "-" ? "Standard input" : file;
  const policy = policyIn(parsed(place, readFileSync(file === "-" ? 0 : file, "utf8")));
  if (policy === null) throw new Usage(`${place} holds no policy: an object with criteria, gates and tiers`);
  const faults = faultsOf(policy);
  if (faults === null) throw new Usage(`${place} is no whole policy: compare it with touchstone policy show`);
  if (faults.length > 0) throw new Usage(`${place} is no policy that could be published:\n${faults.join("\n")}`);
  return policy;
}

function parsed(place: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Usage(`${place} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function policyIn(json: unknown): Policy | null {
  if (typeof json !== "object" || json === null) return null;
  if ("payload" in json) return policyIn(json.payload);
  if ("policy" in json) return policyIn(json.policy);
  const isOne = "criteria" in json && Array.isArray(json.criteria) && "gates" in json && "tiers" in json;
  if (!isOne) return null;
  const given = "safeguards" in json && typeof json.safeguards === "object" ? json.safeguards : {};
  return {
    ...laterRules,
    ...json,
    safeguards: { ...laterRules.safeguards, ...laterTopics, ...given },
  } as unknown as Policy;
}

/** Null: parts of it are missing, so that its rules cannot even be looked at. */
function faultsOf(policy: Policy): readonly string[] | null {
  try {
    const faults = checkPolicy(policy).filter((reason) => !neverPasses(reason));
    return faults.map(({ code, field, params }) =>
      [`  ${field ?? ""}: ${code}`, ...(params === undefined ? [] : [JSON.stringify(params)])].join(" "),
    );
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

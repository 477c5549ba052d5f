import { Fault } from "../faults.ts";
import { machineFaultOf } from "../../ledger/machine-fault.ts";
import { ViewsDamaged } from "../../projections/views-file.ts";
import { ApiProblem } from "./problem.ts";
import type { ProblemCode } from "./problem.ts";

const ofStatus: Readonly<Partial<Record<number, ProblemCode>>> = {
  400: "bad-request",
  403: "forbidden",
  404: "not-found",
  413: "too-large",
  415: "unsupported-type",
  429: "too-many-requests",
  503: "read-only",
};

/** Whatever was thrown, as a problem; what nobody meant to throw is a bug of ours. */
export function apiFault(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const fault = machineFaultOf(error);
  if (fault !== null) return new ApiProblem(fault === "disk-full" ? "disk-full" : "unavailable");
  if (error instanceof ViewsDamaged) return new ApiProblem("unavailable");
  const code = error instanceof Fault ? ofStatus[error.status] : undefined;
  return new ApiProblem(error instanceof URIError ? "bad-request" : (code ?? "internal"));
}

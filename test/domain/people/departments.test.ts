import { describe, expect, it } from "vitest";
import { decideDepartments, evolveDepartments } from "../../../src/domain/people/departments.ts";
import type { DepartmentCommand, Departments } from "../../../src/domain/people/departments.ts";

const administrator = { actor: { id: "adam", roles: ["administrator"] as const } };
const planner = { actor: { id: "pia", roles: ["planner"] as const } };
const health = { key: "health", name: { en: "Health", zh: "卫生健康委" }, closed: false };

const run = (state: Departments, command: DepartmentCommand, facts: Parameters<typeof decideDepartments>[2]) => {
  const decision = decideDepartments(state, command, facts);
  return decision.kind === "accepted"
    ? decision.events.reduce(evolveDepartments, state)
    : decision.reasons.map(({ code }) => code);
};

describe("departments", () => {
  it("are added, renamed and closed by an administrator", () => {
    expect(run([], { type: "AddDepartment", key: "health", name: health.name }, administrator)).toEqual([health]);
    const renamed = { en: "Public health", zh: "卫生健康委" };
    expect(run([health], { type: "RenameDepartment", key: "health", name: renamed }, administrator)).toEqual([
      { ...health, name: renamed },
    ]);
    expect(run([health], { type: "CloseDepartment", key: "health" }, administrator)).toEqual([
      { ...health, closed: true },
    ]);
  });

  it("say everything that is wrong", () => {
    expect(run([health], { type: "AddDepartment", key: "health", name: { en: "", zh: "" } }, planner)).toEqual([
      "RoleMissing",
      "DepartmentExists",
      "DepartmentNameMalformed",
      "DepartmentNameMalformed",
    ]);
    expect(run([], { type: "AddDepartment", key: "Health Office", name: health.name }, administrator)).toEqual([
      "DepartmentKeyMalformed",
    ]);
    expect(run([], { type: "CloseDepartment", key: "navy" }, planner)).toEqual(["RoleMissing", "DepartmentUnknown"]);
    expect(run([{ ...health, closed: true }], { type: "CloseDepartment", key: "health" }, administrator)).toEqual([
      "DepartmentClosed",
    ]);
    expect(run([health], { type: "RenameDepartment", key: "health", name: health.name }, administrator)).toEqual([
      "NothingChanged",
    ]);
  });
});

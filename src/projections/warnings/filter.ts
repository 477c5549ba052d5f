import type { WarningFilter } from "./types.ts";

/** Of `warnings AS w`: what is there at @now, on @today. */
export const isOpen = "w.fromDay <= @today AND w.fromInstant <= @now AND w.untilDay > @today AND w.untilInstant > @now";

interface Chosen {
  /** A condition over `warnings AS w`. */
  readonly sql: string;
  readonly values: { readonly [name: string]: string };
}

/** What a reader chose among those that are there. */
export function chosen({ kind, department, person, role, of }: WarningFilter): Chosen {
  const parts: readonly (readonly [string, { readonly [name: string]: string }])[] = [
    ...(kind === undefined ? [] : [["w.kind = @kind", { kind }] as const]),
    ...(department === undefined ? [] : [["w.department = @department", { department }] as const]),
    ...(person === undefined ? [] : [["w.person = @person", { person }] as const]),
    ...(role === undefined ? [] : [["w.role = @role", { role }] as const]),
    ...(of === undefined ? [] : [theirs(of)]),
  ];
  return {
    sql: [isOpen, ...parts.map(([sql]) => sql)].join(" AND "),
    values: Object.assign({}, ...parts.map(([, values]) => values)) as Chosen["values"],
  };
}

/** By name, or by a role they hold and are not kept from. */
const theirs = ({ id, roles }: NonNullable<WarningFilter["of"]>) =>
  [
    `(w.person = @self OR (w.role IN (SELECT value FROM json_each(@roles)) AND instr(w.excluded, @selfQuoted) = 0))`,
    { self: id, selfQuoted: JSON.stringify(id), roles: JSON.stringify(roles) },
  ] as const;

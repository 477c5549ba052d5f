import type { Services } from "../application/services.ts";
import type { CommandIo, ExitStatus } from "./io.ts";

interface Row {
  readonly person: string;
  /** Null: erased. */
  readonly name: string | null;
  readonly email: string | null;
  readonly roles: readonly string[];
  readonly department: string | null;
  readonly state: "active" | "invited" | "disabled";
}

/** Everybody who is or was here, as the ledger has them, with the names that stand beside it. */
export async function listPeople(
  { views, accounts }: Services,
  { json }: { readonly json: boolean },
  io: CommandIo,
): Promise<ExitStatus> {
  const rows: Row[] = [];
  for (const { id, roles, department, disabled } of views.people.all()) {
    const known = await accounts.identities.find(id);
    const state = disabled ? "disabled" : known?.invited === true ? "invited" : "active";
    rows.push({ person: id, name: known?.name ?? null, email: known?.email ?? null, roles, department, state });
  }
  const sorted = rows.toSorted(
    (a, b) => (a.name ?? "").localeCompare(b.name ?? "") || a.person.localeCompare(b.person),
  );
  if (json) io.out(JSON.stringify(sorted, null, 2));
  else if (sorted.length === 0)
    io.err(
      "Nobody is here yet: open the address that `touchstone serve` prints, or let somebody in with `touchstone user add`.",
    );
  else for (const row of sorted) io.out(lineOf(row));
  return 0;
}

const lineOf = ({ person, name, email, roles, department, state }: Row): string =>
  [state.padEnd(8), name ?? "(erased)", email ?? "–", roles.join(" ") || "no role", department ?? "–", person].join(
    "  ",
  );

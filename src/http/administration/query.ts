import type { DoneQuery, Place } from "../../application/administration.ts";
import { loggedKinds } from "../../authority/administrative-log.ts";
import { isInstant } from "../../domain/words/days.ts";
import { spanOf } from "../forms/entry-filter.ts";
import type { Typed } from "../forms/entry-filter.ts";
import type { Problem } from "../forms/problems.ts";
import { typesIn } from "../say/rooms.ts";

/** What the ledger has of these kinds, and what the log has. */
const ledgerKinds = {
  links: ["LinkAsked", "LinkRefused", "LinkMade", "LinkUsed"],
  roles: ["PersonAdded", "RoleGranted", "RoleRevoked", "DepartmentChanged", "PersonDisabled", "PersonEnabled"],
  deputies: ["DeputyNamed", "DeputyEnded"],
  details: ["DetailsChanged", "NoticeAcknowledged"],
  sessions: ["SessionsEnded"],
  house: typesIn("house"),
} as const;
type LedgerKind = keyof typeof ledgerKinds;

export const administrationKinds: readonly string[] = [...(Object.keys(ledgerKinds) as LedgerKind[]), ...loggedKinds];

/** Which kind a line or an entry is shown as. */
export function kindOf(type: string): string {
  const found = (Object.keys(ledgerKinds) as LedgerKind[]).find((kind) =>
    (ledgerKinds[kind] as readonly string[]).includes(type),
  );
  return found ?? type;
}

export function queryOf(
  typed: Typed,
  timeZone: string,
): { readonly query: Omit<DoneQuery, "after" | "limit">; readonly problems: readonly Problem[] } {
  const { from, until, problems } = spanOf(typed, timeZone);
  const ledger = Object.hasOwn(ledgerKinds, typed.kind) ? ledgerKinds[typed.kind as LedgerKind] : null;
  const logged = loggedKinds.find((kind) => kind === typed.kind);
  return {
    problems,
    query: {
      from,
      until,
      types: ledger ?? (logged === undefined ? typesIn("people", "house") : []),
      kind: ledger === null ? logged : null,
      ...(typed.person !== "" && { person: typed.person }),
    },
  };
}

/** A place in the list as it stands in an address. */
export const placeText = ({ at, from, id }: Place): string => `${at}~${from}~${id}`;

/** Anything else begins with the newest. */
export function placeOf(text: string | undefined): Place | null {
  const [at = "", from, id] = (text ?? "").split("~");
  const number = Number(id);
  if (!isInstant(at) || (from !== "ledger" && from !== "log") || !Number.isSafeInteger(number)) return null;
  return { at, from, id: number };
}

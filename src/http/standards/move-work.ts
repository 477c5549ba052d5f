import { readVersionName } from "../../domain/standards/register.ts";
import type { Translate } from "../view/translate.ts";

/** What a piece of work names: the statement, the version it declares, the one to move to. */
type MoveSubject = { readonly item: string; readonly version: string; readonly successor: string };

/** "g3/city-api@1.0/2.0" */
export function subjectOf(subject: string | null): MoveSubject {
  const [item = "", version = "", successor = ""] = (subject ?? "").split("/");
  return { item, version, successor };
}

export function moveSaid(t: Translate, { version, successor }: MoveSubject): string {
  const name = readVersionName(version);
  const named = name === null ? version : `${name.standard} ${name.version}`;
  return t(`standards:move.${successor === "" ? "ends" : "to"}`, { version: named, successor });
}

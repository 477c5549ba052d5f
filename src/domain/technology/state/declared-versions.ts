import { readVersionName, versionName } from "../../standards/register.ts";
import type { VersionName } from "../../standards/register.ts";
import { safeguardsOf } from "./safeguards.ts";
import type { Safeguard } from "./safeguards.ts";
import { isEnd } from "./stage.ts";
import type { Technology } from "./technology.ts";

/** The kind of safeguard by which a technology declares conformance, and its question that names the version. */
export const conformanceKey = "conformance";
export const versionQuestion = "standard";

export interface DeclaredVersion {
  readonly name: VersionName;
  /** The statement that says so. */
  readonly safeguard: Safeguard;
}

/** Which versions a technology declares that it meets, each once; what has ended declares none any more. */
export function declaredVersions(t: Technology): readonly DeclaredVersion[] {
  if (isEnd(t.stage)) return [];
  const all = safeguardsOf(t, conformanceKey).flatMap((safeguard): readonly DeclaredVersion[] => {
    const name = versionIn(safeguard);
    return name === null ? [] : [{ name, safeguard }];
  });
  return [...new Map(all.map((declared) => [versionName(declared.name), declared])).values()];
}

export function versionIn({ answers }: Pick<Safeguard, "answers">): VersionName | null {
  const answer = answers[versionQuestion];
  return typeof answer === "string" ? readVersionName(answer) : null;
}

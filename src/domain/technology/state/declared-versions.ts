import { interfacesIn } from "../../interfaces/declared.ts";
import { readVersionName, versionName } from "../../standards/register.ts";
import type { VersionName } from "../../standards/register.ts";
import { safeguardsOf } from "./safeguards.ts";
import type { Safeguard } from "./safeguards.ts";
import { isEnd } from "./stage.ts";
import type { Technology } from "./technology.ts";

/** The kind of safeguard by which a technology declares conformance, and its question that names the version. */
export const conformanceKey = "conformance";
export const versionQuestion = "standard";
/** The kind that states interfaces, each under a version of a standard or under none. */
export const interfacesKey = "interfaces";

export interface DeclaredVersion {
  readonly name: VersionName;
  /** The statement that says so. */
  readonly safeguard: Safeguard;
}

/** Which versions a technology declares that it or an interface of its meets, each once; what has ended declares none. */
export function declaredVersions(t: Technology): readonly DeclaredVersion[] {
  if (isEnd(t.stage)) return [];
  const ofInterfaces = safeguardsOf(t, interfacesKey).flatMap((safeguard) =>
    interfaceVersions(safeguard).map((name): DeclaredVersion => ({ name, safeguard })),
  );
  const whole = safeguardsOf(t, conformanceKey).flatMap((safeguard): readonly DeclaredVersion[] => {
    const name = versionIn(safeguard);
    return name === null ? [] : [{ name, safeguard }];
  });
  // Who declares both is told at the statement on the whole.
  const all = [...ofInterfaces, ...whole];
  return [...new Map(all.map((declared) => [versionName(declared.name), declared])).values()];
}

export function versionIn({ answers }: Pick<Safeguard, "answers">): VersionName | null {
  const answer = answers[versionQuestion];
  return typeof answer === "string" ? readVersionName(answer) : null;
}

/** The versions that the interfaces of a statement follow. */
export const interfaceVersions = ({ answers }: Pick<Safeguard, "answers">): readonly VersionName[] =>
  interfacesIn(answers).flatMap(({ standard }) => (standard === null ? [] : (readVersionName(standard) ?? [])));

import type { Named } from "../words/named.ts";
import type { Reason } from "../words/decision.ts";
import { when } from "../words/reasons.ts";
import { isDigest } from "../words/required.ts";
import type { PersonFacts } from "../people/facts.ts";
import { ruleSetReasons } from "./rule-set.ts";
import { standardKinds } from "./standard.ts";
import type { DraftStandard, Standard, StandardHeader, StandardKind, StandardOwner } from "./standard.ts";
import { versionIn } from "./standing.ts";

const mostName = 120;
const mostLink = 500;
/** More than anybody reads on a page. */
const mostVersions = 50;

/** Stands in addresses, where "new" is none. */
export const keyReasons = (key: string, state: Standard | null): readonly Reason[] => [
  ...when(
    !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) || key.length > 40 || ["new", "choices"].includes(key),
    "StandardKeyMalformed",
    "standard",
    { key },
  ),
  ...when(state !== null, "StandardExists", "standard", { key }),
];

interface House {
  readonly people: readonly PersonFacts[];
  readonly departments: readonly string[];
}

/** @param state what it is changed from */
export const headerReasons = (
  { name, owner, kind }: StandardHeader & { readonly kind?: StandardKind },
  house: House,
  state?: Standard,
): readonly Reason[] => [
  ...when(kind !== undefined && !standardKinds.includes(kind), "StandardKindUnknown", "kind"),
  ...nameReasons(name),
  ...ownerReasons(owner, house),
  ...when(state !== undefined && sameName(state.name, name) && sameOwner(state.owner, owner), "NothingChanged", "name"),
];

const nameReasons = ({ en, zh }: Named): readonly Reason[] => [
  ...when(en.trim() === "" || en.length > mostName, "StandardNameMalformed", "name.en", { most: mostName }),
  ...when(zh.trim() === "" || zh.length > mostName, "StandardNameMalformed", "name.zh", { most: mostName }),
];

const ownerReasons = (owner: StandardOwner, { people, departments }: House): readonly Reason[] =>
  owner.kind === "person"
    ? when(!people.some(({ id }) => id === owner.person), "StandardOwnerUnknown", "owner")
    : when(!departments.includes(owner.department), "StandardOwnerUnknown", "owner");

const sameName = (a: Named, b: Named): boolean => a.en === b.en && a.zh === b.zh;

const sameOwner = (a: StandardOwner, b: StandardOwner): boolean =>
  a.kind === "person"
    ? b.kind === "person" && a.person === b.person
    : b.kind === "department" && a.department === b.department;

/** A draft may be changed as often as one likes, what was published never. */
export const draftReasons = (state: Standard, command: DraftStandard): readonly Reason[] => [
  ...(command.type === "DraftStandard" ? newDraft(state, command.version) : openDraft(state, command.version)),
  ...contentReasons(state, command),
];

function newDraft(state: Standard, version: string): readonly Reason[] {
  const there = state.versions.find((other) => plainVersion(other.version) === plainVersion(version));
  return [
    ...when(
      !/^[0-9A-Za-z]+([._-][0-9A-Za-z]+)*$/.test(version) || version.length > 30 || version === "new",
      "VersionMalformed",
      "version",
    ),
    ...when(there !== undefined, "VersionExists", "version", { version: there?.version ?? version }),
    ...when(state.versions.length >= mostVersions, "VersionsTooMany", undefined, { most: mostVersions }),
  ];
}

/** People who read "v1", "1.0" and "1.0.0" mean one version: two of them in a register would tell nobody which one counts. */
function plainVersion(version: string): string {
  const parts = version
    .toLowerCase()
    .replace(/^v(?=\d)/, "")
    .split(/[._-]/)
    .map((part) => part.replace(/^0+(?=\d)/, ""));
  while (parts.length > 1 && parts.at(-1) === "0") parts.pop();
  return parts.join(".");
}

export function openDraft(state: Standard, version: string): readonly Reason[] {
  const there = versionIn(state, version);
  return [
    ...when(there === undefined, "VersionUnknown", undefined, { version }),
    ...when(there !== undefined && there.inForceOn !== null, "VersionPublishedAlready", undefined, { version }),
  ];
}

function contentReasons(state: Standard, { type, version, text, link, rules }: DraftStandard): readonly Reason[] {
  const there = type === "RedraftStandard" ? versionIn(state, version) : undefined;
  return [
    ...when(text === null && link === null, "VersionWithoutWords", "text"),
    ...when(text !== null && !isDigest(text), "TextMissing", "text"),
    ...when(link !== null && !isWebAddress(link), "StandardLinkMalformed", "link"),
    ...when(rules !== null && state.kind !== "interface", "RulesOfNoInterface", "rules"),
    ...(rules === null ? [] : ruleSetReasons(rules, "rules")),
    ...when(
      there !== undefined && there.text === text && there.link === link && sameRules(there.rules, rules),
      "NothingChanged",
      "text",
    ),
  ];
}

const sameRules = (a: object | null, b: object | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Of the web, so that a page may lead there. */
function isWebAddress(link: string): boolean {
  return link.length <= mostLink && /^https?:\/\/[^\s/]+(\/\S*)?$/.test(link);
}

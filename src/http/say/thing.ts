import type { Thing } from "../../domain/technology/state/thing.ts";
import { isDigest } from "../../domain/words/required.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Language } from "../view/languages.ts";
import { conditionTitle, indicatorName, partText } from "./condition.ts";
import { clockName } from "./clock.ts";
import { groupText } from "./group.ts";
import { agreementFigure } from "./agreement.ts";

/** What a finding names, as a list: "evidence e2 (expired) and wave 3". @param key of the condition. */
export function thingsText(language: Language, policy: Policy, key: string, things: readonly Thing[]): string {
  return language.format.list(things.map((thing) => thingText(language, policy, key, thing)));
}

function thingText(language: Language, policy: Policy, key: string, { kind, id, at }: Thing): string {
  const { t, format } = language;
  switch (kind) {
    case "state":
      return t.has(`conditions:${key}.${id}`) ? t(`conditions:${key}.${id}`) : t("conditions:thing.state");
    case "field":
      return t.has(`conditions:field.${id}`) ? t(`conditions:field.${id}`) : id;
    case "indicator": {
      const name = indicatorName(language, policy, id.split(/[@~]/)[0] ?? id);
      return at === undefined || at >= 1
        ? t("conditions:thing.indicatorWithout", { name })
        : t("conditions:thing.indicator", { name, share: format.percent(1 - at, 0) });
    }
    case "evidence":
      return t(at === 2 ? "conditions:thing.evidenceWithdrawn" : "conditions:thing.evidenceExpired", { id });
    case "guard":
      return t(at === 0 ? "conditions:thing.guardTooFew" : "conditions:thing.guardBreached", {
        name: indicatorName(language, policy, id),
      });
    case "item":
      return indicatorName(language, policy, id);
    case "agreement":
      return t("conditions:thing.agreement", { at: agreementFigure(language, at, policy.agreement) });
    case "wave":
      return t("conditions:wave", { number: Number(id) });
    case "clock":
      return t("conditions:thing.clock", { name: clockName(language, policy, id) });
    case "group":
      return t("conditions:missingPeople", { count: at ?? 0, group: groupText(language, id, at ?? 0) });
    case "safeguard":
      return safeguardText(language, id);
    case "risk":
      return t("conditions:thing.risk", { id: id.split("/")[0] ?? id });
    case "approval":
      return id.startsWith("extra-") ? t("gate:draft.extra") : conditionTitle(language, id);
    default:
      // Words alone, or with its name and how bad it is: `conditions:thing.<kind>`.
      return t(`conditions:thing.${kind}`, { id, at: at ?? 0 });
  }
}

/** "<kind>" or "<kind>/<statement>…": what it is called, and which one where there are several. */
function safeguardText(language: Language, id: string): string {
  const { t } = language;
  const [kind = "", ...rest] = id.split("/");
  const name = t.has(`safeguards/${kind}:name`) ? t(`safeguards/${kind}:name`) : kind;
  // What changed since is told apart by a digest, which says nothing to people.
  const which = rest
    .filter((part) => !isDigest(part))
    .map((part) =>
      t.has(`safeguards/${kind}:thing.${part}`)
        ? t(`safeguards/${kind}:thing.${part}`)
        : partText(language, `${kind}.${part}`),
    );
  return t("conditions:thing.safeguard", { name: [name, ...which].join(" ") });
}

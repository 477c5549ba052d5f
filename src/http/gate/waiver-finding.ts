import { isDeepStrictEqual } from "node:util";
import type { WaiverView } from "../../application/waiver.ts";
import { sentence } from "../say/condition.ts";
import { thingsText } from "../say/thing.ts";
import type { FactModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";

/** The finding as it stands, what the waiver would cover, and what came since it was asked for or supported. */
export function findingFacts(language: Language, view: WaiverView): readonly FactModel[] {
  const { t } = language;
  const { policy, waiver, finding, covers, beyond } = view;
  const things = (of: WaiverView["covers"]) => thingsText(language, policy, waiver.condition, of);
  return [
    { term: t("gate:waiver.finding"), value: sentence(language, policy, finding.reason) },
    // Where it covers just what is the matter, that is said once.
    ...(finding.names.length === 0 || isDeepStrictEqual(finding.names, covers)
      ? []
      : [{ term: t("gate:waiver.names"), value: things(finding.names) }]),
    ...(covers.length === 0 ? [] : [{ term: t("gate:waiver.covers"), value: things(covers) }]),
    ...(beyond.length === 0 ? [] : [{ term: t("gate:waiver.since"), value: things(beyond) }]),
  ];
}

/** Why it cannot be granted as things stand; empty where it can. */
export function grantClosed(
  { t }: Language,
  { finding, beyond }: WaiverView,
): readonly { readonly label: string; readonly reason: string }[] {
  const label = t("gate:waiver.grantClosed");
  if (finding.status === "met") return [{ label, reason: t("gate:waiver.metSince") }];
  return beyond.length === 0 ? [] : [{ label, reason: t("gate:waiver.outgrown") }];
}

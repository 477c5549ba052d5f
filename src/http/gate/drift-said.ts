import type { Drift } from "../../domain/technology/gate/drift.ts";
import type { Language } from "../view/languages.ts";

/** What has become of one thing that a decision rested on. */
export function driftSaid({ t }: Language, { kind, subject }: Pick<Drift, "kind" | "subject">): string {
  if (kind === "tier-raised") return t("gate:drift.tier-raised", { subject: t(`words:tier.${subject}`) });
  const [key = "", item = ""] = subject.split("/");
  const safeguard = t.has(`safeguards/${key}:name`) ? t(`safeguards/${key}:name`) : key;
  return t(`gate:drift.${kind}`, { subject, safeguard, item });
}

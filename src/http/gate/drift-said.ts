import type { Drift } from "../../domain/technology/gate/drift.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Language } from "../view/languages.ts";

/** What has become of one thing that a decision rested on. */
export function driftSaid(
  { t }: Language,
  { evidence }: Pick<Technology, "evidence">,
  { kind, subject }: Pick<Drift, "kind" | "subject">,
): string {
  if (kind === "tier-raised") return t("gate:drift.tier-raised", { subject: t(`words:tier.${subject}`) });
  const [key = "", item = ""] = subject.split("/");
  const safeguard = t.has(`safeguards/${key}:name`) ? t(`safeguards/${key}:name`) : key;
  const known = evidence.find((piece) => piece.evidence === subject);
  const piece = known === undefined ? subject : t("gate:drift.piece", { subject, kind: t(`words:kind.${known.kind}`) });
  return t(`gate:drift.${kind}`, { subject, piece, safeguard, item });
}

import type { Config } from "../../config.ts";
import { labelOf, parseDestination } from "../../application/ship/destination.ts";
import type { Destination } from "../../application/ship/destination.ts";
import { readShipping } from "../../application/ship/state.ts";
import type { Shipped } from "../../application/ship/state.ts";
import type { Language } from "../view/languages.ts";

/** Where checkpoints are kept beside this machine, what was sent last and what waits; null where they go nowhere. */
export function shippingModel(language: Language, { dataDir, shipTo }: Pick<Config, "dataDir" | "shipTo">) {
  const shippedOf = readShipping(dataDir);
  const lines = shipTo.flatMap((text) => {
    const destination = parseDestination(text);
    return destination === null ? [] : [line(language, destination, shippedOf(text))];
  });
  return lines.length === 0 ? null : { lines };
}

function line({ t, format }: Language, destination: Destination, { sent, waiting, failed }: Shipped) {
  const label = labelOf(destination);
  return {
    where: t(`ledger:shipping.${destination.kind}`, { label: label.split("@").at(-1) ?? "" }),
    sent:
      sent === null
        ? t("ledger:shipping.never")
        : t("ledger:shipping.sent", { when: format.dateTime(sent.at), position: format.number(sent.position) }),
    waiting: waiting.length === 0 ? null : t("ledger:shipping.waiting", { count: waiting.length }),
    failed:
      failed === null
        ? null
        : t("ledger:shipping.failed", {
            why: t(`ledger:shipping.why.${failed.code}`, { detail: failed.detail }),
            again: format.dateTime(failed.retryAt),
          }),
  };
}

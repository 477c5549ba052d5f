import type { Services } from "../../../application/services.ts";
import { contributionChannels, hidingReasons } from "../../../domain/technology/state/consultations.ts";
import type { Language } from "../../view/languages.ts";
import type { Asked } from "./find.ts";

/** How much came in and how, and how much of it is hidden and why: counted as it came, so that no page counts. */
export function heardModel({ views }: Services, { t }: Language, { id, consultation, standing }: Asked) {
  const counts = views.consultations.counts(id)[consultation.consultation];
  if (counts === undefined) return { count: t("taking-part:none"), channels: [], hidden: [] };
  const { channels, hidden } = counts;
  const all = contributionChannels.reduce((sum, channel) => sum + channels[channel], 0);
  return {
    count: t(standing === "open" ? "taking-part:received" : "taking-part:receivedInAll", { count: all }),
    channels: contributionChannels
      .filter((channel) => channels[channel] > 0)
      .map((channel) => ({ term: t(`taking-part:channels.${channel}`), value: String(channels[channel]) })),
    hidden: hidingReasons
      .filter((why) => hidden[why] > 0)
      .map((why) => t("taking-part:hidden", { count: hidden[why], why: t(`taking-part:why.${why}`) })),
  };
}

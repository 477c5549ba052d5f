import type { Proposal } from "../../domain/technology/state/proposal.ts";
import type { Raw, RawText } from "../raw-command.ts";
import { eraser } from "../reader.ts";
import type { Services } from "../services.ts";
import { texts } from "../texts.ts";

/** A proposal as its form would send it, with its words for their digests; of erased ones nothing is left. */
export async function inWords(services: Services, proposal: Proposal): Promise<Raw<Proposal>> {
  const { summary, need, needOf, risks } = proposal;
  const words = await texts(services, eraser, [summary, need, needOf, risks]);
  const text = (digest: string): RawText => {
    const result = words.get(digest);
    return { text: result?.kind === "text" ? result.text : "" };
  };
  return {
    ...proposal,
    summary: text(summary),
    need: text(need),
    needOf: text(needOf),
    risks: risks === null ? null : text(risks),
  };
}

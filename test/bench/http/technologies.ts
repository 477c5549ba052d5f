import { atLeast, atMost, least, most, noted } from "../figure.ts";
import type { Figure } from "../figure.ts";
import { cpuOfEach } from "./cost.ts";
import type { Asked } from "./cost.ts";
import type { Stage, Visited } from "./pages.ts";

/** One of the demonstration in each stage. */
const inStage = {
  proposed: "pension-eligibility-check",
  piloting: "air-quality-grid",
  evaluating: "permit-reply-assistant",
  "rolling-out": "hospital-appointment-exchange",
  adopted: "parking-guidance",
  retired: "fax-gateway",
  withdrawn: "chat-counter-for-residents",
  rejected: "crowd-counting-cameras",
  stopped: "tax-letter-drafts",
} as const;

/** Pages of one technology, of its evidence, and the list of what waits for somebody. */
export async function technologyFigures({ client, large, small }: Stage): Promise<Figure[]> {
  const stages = Object.keys(inStage);
  const slugs = Object.values(inStage);
  const page = ({ server, approver: cookie }: Visited, path: string): Asked => ({
    server,
    load: { paths: [path], cookie },
  });
  const costs = await cpuOfEach(client, [
    ...slugs.flatMap((slug) => [page(large, `/technologies/${slug}`), page(small, `/technologies/${slug}`)]),
    page(large, "/technologies/long-evaluation"),
    page(large, "/technologies/twenty-pieces/evidence"),
    page(large, "/technologies/five-hundred-pieces/evidence"),
    { server: large.server, load: { paths: ["/work"], cookie: large.busy } },
  ]);
  const of = (at: number): number => costs[at] ?? NaN;
  const ratio = least(stages.map((which, at) => ({ which, value: of(2 * at + 1) / of(2 * at) })));
  const cost = most(stages.map((which, at) => ({ which, value: of(2 * at) })));
  const after = 2 * stages.length;
  return [
    ...stages.map((stage, at) => noted(`technology page, ${stage}, CPU`, of(2 * at), "ms")),
    atLeast("technology page, any stage, large / small", ratio.value, 0.9, "ratio", ratio.which),
    atMost("technology page, any stage, CPU", cost.value, 1.5, "ms", cost.which),
    atMost("technology page with 2,000 events, CPU", of(after), 1.5, "ms"),
    atMost("evidence page, 20 pieces, CPU", of(after + 1), 4, "ms"),
    atMost("evidence page, 500 pieces, CPU", of(after + 2), 4, "ms"),
    atMost("My work, 10,000 items for one person, CPU", of(after + 3), 2, "ms"),
  ];
}

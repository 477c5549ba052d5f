import { atMost, median, most, noted, quantile } from "../figure.ts";
import type { Figure } from "../figure.ts";
import { cpuOfEach } from "./cost.ts";
import type { Stage } from "./pages.ts";

/** A technology of the demonstration before each gate. */
export const gates = {
  admission: "pension-eligibility-check",
  completion: "air-quality-grid",
  rollout: "permit-reply-assistant",
  adoption: "hospital-appointment-exchange",
} as const;

export const gatePaths = Object.entries(gates).map(([gate, slug]) => `/technologies/${slug}/gates/${gate}`);

/** A gate as it is looked at again and again, and by the first who looks after something changed. */
export async function gateFigures(stage: Stage): Promise<Figure[]> {
  const { client, large } = stage;
  const costs = await cpuOfEach(
    client,
    gatePaths.map((path) => ({ server: large.server, load: { paths: [path], cookie: large.approver } })),
  );
  const worst = most(Object.keys(gates).map((which, at) => ({ which, value: costs[at] ?? NaN })));
  const { first, meanwhile } = await afterChanges(stage);
  return [
    ...Object.keys(gates).map((gate, at) => noted(`gate page, ${gate}, warm, CPU`, costs[at] ?? NaN, "ms")),
    atMost("gate page, warm, CPU", worst.value, 3, "ms", worst.which),
    atMost("gate page, first after a change", first, 150, "ms"),
    atMost("portfolio reader meanwhile, all but one in a hundred within", meanwhile, 50, "ms"),
  ];
}

const changes = 12;

/** An incident is entered in a pilot with evidence, and its gate asked for at once, while somebody reads the portfolio. */
async function afterChanges({ client, other, large }: Stage) {
  const { server, approver: cookie } = large;
  const form = { severity: "4", day: new Date().toISOString().slice(0, 10), time: "", text: "The sensor fell silent." };
  const once = { url: server.url, cookie, connections: 1, forMs: 60_000, requests: 1 };
  const reading = { url: server.url, paths: ["/technologies?sort=name"], cookie: large.planner, connections: 1 };
  const first: number[] = [];
  const meanwhile: number[] = [];
  for (let round = 0; round < changes; round += 1) {
    const slug = round % 2 === 0 ? gates.completion : "twenty-pieces";
    const read = other.run({ ...reading, forMs: 400, pauseMs: 4 });
    await client.run({ ...once, paths: [`/technologies/${slug}/incidents`], form });
    const { times } = await client.run({ ...once, paths: [`/technologies/${slug}/gates/completion`] });
    first.push(...times);
    meanwhile.push(...(await read).times);
  }
  return { first: median(first), meanwhile: quantile(meanwhile, 0.99) };
}

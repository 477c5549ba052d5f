import { outcomesCsv } from "../../src/demo/files/people.ts";
import type { Random } from "../../src/demo/random.ts";

/** What `k6 run --out json` writes: a little over five minutes at each of these numbers of users, a request a second each. */
export function k6Ndjson(random: Random, start: number, users: readonly number[]): string {
  const seconds = 310;
  const point = (metric: string, at: number, value: number, tags: object | null): string =>
    JSON.stringify({ metric, type: "Point", data: { time: new Date(at).toISOString(), value, tags } });
  const tags = { expected_response: "true", method: "GET", name: "/queue", status: "200" };
  const levels = users.map((count, level) => {
    const begun = start + level * seconds * 1000;
    const requests = Array.from({ length: seconds * count }, (_, n) =>
      point("http_req_duration", begun + (1000 * n) / count + 240, 80 + 10 * count + random.whole(0, 60), tags),
    );
    return [point("vus", begun, count, null), ...requests].join("\n");
  });
  return levels.join("\n") + "\n";
}

export const heading = { group: "片区", outcome: "后来确有困难", prediction: "系统评级" } as const;
export const districts = ["老城", "新区"] as const;

/** Who a forecast called at risk, and who was: under headings of the house's own, a rating in place of yes and no. */
export function ratedRisks(random: Random, people: number): string {
  const [one, other] = districts;
  const table = outcomesCsv(random, [
    { group: one, people, baseRate: 0.4, falsePositives: 0.12 },
    { group: other, people, baseRate: 0.4, falsePositives: 0.14 },
  ]);
  const rated = table.replaceAll(/true$/gm, "高").replaceAll(/false$/gm, "低");
  return rated.replace("group,outcome,prediction", Object.values(heading).join(","));
}

const pairs = new Map<string, readonly number[]>();
for (let lead = 0xa1; lead <= 0xf7; lead += 1) {
  for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
    pairs.set(new TextDecoder("gb18030").decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
}

/** As a spreadsheet on a Chinese desk saves it. */
export const gb18030 = (text: string): Buffer =>
  Buffer.from(Array.from(text).flatMap((one) => pairs.get(one) ?? [one.charCodeAt(0)]));

/** A SUS form's answers in words; everybody answers the same, so that its score is known: 85. */
export function susInWords(respondents: number): string {
  const items = Array.from({ length: 10 }, (_, n) => `第${n + 1}题`);
  const answers = "同意,不同意,非常同意,非常不同意,同意,不同意,非常同意,不同意,同意,非常不同意";
  const rows = Array.from({ length: respondents }, (_, n) => `受访者${n + 1},${answers}`);
  return [["编号", ...items].join(","), ...rows].join("\n") + "\n";
}

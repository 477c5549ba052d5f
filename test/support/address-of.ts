import type { Technology } from "../../src/domain/technology/state/technology.ts";

/** An address of the route that exists, from what is on record about the technology. */
export function addressOf(path: string, t: Technology, person: string): string {
  const [piece] = t.evidence;
  const [decision] = t.decisions;
  const looks = t.looks.at(-1)?.position ?? 0;
  const values: Readonly<Record<string, string | undefined>> = {
    slug: t.slug,
    gate: "rollout",
    position: String(path.includes("/looks/") ? looks : path.includes("/decisions/") ? decision?.position : 3),
    piece: piece?.evidence,
    digest: path.includes("/files/") ? piece?.files[0]?.digest : t.proposal.need,
    waiver: t.waivers[0]?.waiver ?? "w1",
    wave: "1",
    letter: "A",
    item: t.evaluation?.revealed?.moderate[0] ?? "recovery-from-failure",
    incident: t.incidents[0]?.incident ?? "i1",
    delivery: t.incidents[0]?.deliveries[0]?.delivery ?? "d1",
    need: t.needs[0]?.need ?? "n1",
    id: t.collections[0]?.collection ?? "c1",
    batch: "1",
    question: t.questions[0]?.question ?? "q1",
    borrowed: t.borrowed[0]?.borrowed ?? "b1",
    statement: t.safeguards[0]?.item ?? "g1",
    acceptance: t.riskAcceptances[0]?.acceptance ?? "r1",
    kind: "personal-impact",
    role: "planner",
    set:
      t.panels[0]?.members.flatMap(({ opinions }) => opinions.flatMap(({ conditions }) => conditions))[0]?.condition ??
      "k1",
    condition: t.conditions[0]?.condition ?? "extra-1",
    version: path.startsWith("/standards") ? "1.0" : "1",
    standard: "city-interfaces",
    name: "wilson_interval",
    key: t.proposal.department,
    person,
    file: "outages.csv",
    format: "backstage",
  };
  const place = path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? "nothing-such");
  if (place === "/decision-information/list")
    return `${place}?figure=decision.admission.approve&from=2020-01-01&to=2029-12-30`;
  if (place === "/decision-information/technologies") return `${place}?tier=${t.tier}`;
  if (place.startsWith("/portfolio/comparison")) return `${place}?of=${t.slug}`;
  if (/^\/meeting-papers\./.test(place)) return `${place}?gate=${t.slug}/rollout`;
  if (place.endsWith("/corrections/new")) return `${place}?position=${t.entries[0]?.position ?? 1}`;
  return place === "/technologies/new" ? `${place}?predecessor=${t.slug}` : place;
}

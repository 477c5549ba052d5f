import type { JsonObject } from "../../../src/domain/words/json.ts";
import type { Commit } from "./commits.ts";
import { copyOf, idOf } from "./copy.ts";
import { placeOf } from "./names.ts";
import type { Write } from "./writer.ts";

/** The commands of the demonstration's technologies and what befell the house meanwhile, in the order of their time. */
export interface Lives {
  readonly commits: readonly Commit[];
  /** Of each technology, by its stream, in the order of their beginnings. */
  readonly proposals: ReadonlyMap<string, { readonly slug: string; readonly name: string }>;
}

export function livesOf(commits: readonly Commit[]): Lives {
  const lived = commits.slice(commits.findIndex(({ stream }) => stream.startsWith("technology-")));
  const proposals = lived.flatMap(({ stream, events: [first] }) => {
    if (first?.type !== "TechnologyProposed") return [];
    const { slug, proposal } = first.payload as { readonly slug: string; readonly proposal: JsonObject };
    return [[stream, { slug, name: proposal["name"] as string }] as const];
  });
  return { commits: lived, proposals: new Map(proposals) };
}

/** The commands of one of them. */
export function lifeOf({ commits, proposals }: Lives, slug: string): Commit[] {
  const life = commits.filter(({ stream }) => proposals.get(stream)?.slug === slug);
  if (life.length === 0) throw new Error(`The demonstration has no ${slug}`);
  return life;
}

/** So many technologies in all: each command is written once as it was, and at once for every copy. */
export async function writeLives(write: Write, { commits, proposals }: Lives, technologies: number): Promise<void> {
  const streams = [...proposals.keys()];
  for (const commit of commits) {
    await write(commit);
    // A policy, a standard, a member of the committee: of these there is one, however many technologies.
    const proposal = proposals.get(commit.stream);
    if (proposal === undefined) continue;
    const first = streams.indexOf(commit.stream) + streams.length;
    for (let n = first; n < technologies; n += streams.length) {
      const id = idOf(`${commit.stream} ${n}`);
      await write(copyOf(commit, { id, slug: `copy-${n}`, name: `${proposal.name} ${placeOf(n)} ${n}` }));
    }
  }
}

import { fold } from "../../../src/domain/technology/evolve.ts";
import { asEvent } from "../../../src/domain/stream.ts";
import type { Technology } from "../../../src/domain/technology/state/technology.ts";
import { technologies } from "../../../src/domain/technology/technology-stream.ts";
import { technologyStream } from "../../../src/domain/technology/streams.ts";
import { openLedger } from "../../../src/ledger/sqlite.ts";
import { accountsIn } from "../large/demonstration.ts";
import { emails } from "./people.ts";

/** What addresses are filled from: places of entries differ from folder to folder. */
export interface OnRecord {
  /** The demonstration's own, each in another part of its life. */
  readonly technologies: readonly Technology[];
  /** Of somebody who only looks at them. */
  readonly person: string;
  /** By the technology's slug: with which a pipeline asks about it. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Of the planner's calendar: in its address, the only thing that it asks for. */
  readonly feed: string;
}

/** Before the folder is served. @param slugs of the technologies. */
export async function onRecordIn(folder: string, slugs: readonly string[]): Promise<OnRecord> {
  const ledger = openLedger({ dataDir: folder });
  try {
    const accounts = await accountsIn(ledger);
    const holder = await accounts.identities.byEmail(emails.planner);
    const somebody = await accounts.identities.byEmail("evaluator4@demo.invalid");
    if (holder === null || somebody === null) throw new Error("The demonstration's cast is missing");
    const states: Technology[] = [];
    const tokens = new Map<string, string>();
    for (const slug of slugs) {
      const stream = await ledger.claimant("slug", slug);
      const events = stream === null ? [] : await ledger.readStream(stream);
      const state = fold(events.map(asEvent(technologies)));
      if (state === null || stream === null) throw new Error(`There is no ${slug}`);
      states.push(state);
      const technology = stream.slice(technologyStream("").length);
      const token = await accounts.intakeTokens.create({
        person: holder.person,
        technology,
        scopes: ["read", "attach"],
        name: "bench",
        days: 30,
      });
      if (token !== null) tokens.set(slug, token);
    }
    const feed = (await accounts.feedTokens.create(holder.person, null)) ?? "";
    return { technologies: states, person: somebody.person, tokens, feed };
  } finally {
    ledger.close();
  }
}

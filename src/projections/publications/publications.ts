import { publishedStages } from "../../domain/policy/safeguards/publishing.ts";
import type { PublishedStage } from "../../domain/policy/safeguards/publishing.ts";
import type { Gate } from "../../domain/policy/policy.ts";
import type { GateOutcome } from "../../domain/technology/state/decision.ts";
import { firstUntold } from "../../domain/technology/state/publication.ts";
import { stageBefore } from "../../domain/technology/state/stage-before.ts";
import type { Day, Instant } from "../../domain/words/text.ts";
import { putInto } from "../read-model.ts";
import type { ReadModel } from "../read-model.ts";
import { publicDecisions, publicTechnologies } from "./tables.ts";

type Row = typeof publicTechnologies.$inferSelect;
type DecisionRow = typeof publicDecisions.$inferSelect;

/** A technology of which something was told. */
export interface PublicTechnology {
  readonly technology: string;
  readonly slug: string;
  readonly name: string;
  readonly department: string;
  readonly stage: string;
  readonly gate: Gate;
  readonly outcome: GateOutcome;
  readonly decidedOn: Day;
}

/** A decision that was told. */
interface ToldDecision extends Pick<PublicTechnology, "technology" | "slug" | "name" | "department"> {
  /** Of the entry that told it. */
  readonly position: number;
  readonly decision: number;
  readonly gate: Gate;
  readonly outcome: GateOutcome;
  readonly decidedOn: Day;
  readonly at: Instant;
}

interface PublicQuery {
  /** Part of the name, however it is typed; "": any. */
  readonly name: string;
  readonly stage: string | null;
  readonly department: string | null;
  /** Slug of the last one shown; "": from the beginning. */
  readonly after: string;
  readonly limit: number;
}

export interface Publications {
  /** By their slugs. */
  page(query: PublicQuery): readonly PublicTechnology[];
  bySlug(slug: string): PublicTechnology | null;
  /** The newest first. */
  told(limit: number): readonly ToldDecision[];
  /** Technologies that may have a decision to tell: decided on `upTo` or before, and as far as `from`; at most so many. */
  due(query: { readonly from: PublishedStage; readonly upTo: Day; readonly limit: number }): readonly string[];
}

/** However it is typed: in full or half width, in small letters or capitals. */
const asWanted = (name: string): string => name.normalize("NFKC").toLowerCase();

/** What was told outside: nothing else of the read models is asked by pages for people without an account. */
export const publications: ReadModel<Publications> = {
  tables: [publicTechnologies, publicDecisions],
  writesBy: ["public_decision"],
  writer: (db) => {
    const put = db.prepare<Row>(putInto(publicTechnologies));
    const tell = db.prepare<DecisionRow>(putInto(publicDecisions));
    return {
      technology: ({ id, state }) => {
        if (state.decisions.length === 0) return;
        const { slug, proposal, published } = state;
        const untold = firstUntold(state);
        const newest = published.at(-1);
        put.run({
          technology: id,
          slug,
          name: proposal.name,
          wanted: asWanted(proposal.name),
          department: proposal.department,
          stage: stageBefore(state, untold?.position ?? null),
          gate: newest?.gate ?? "",
          outcome: newest?.outcome ?? "",
          decidedOn: newest?.decidedOn ?? "",
          told: newest === undefined ? 0 : 1,
          waitsFrom: untold?.record.today ?? "",
          reached: Math.max(
            ...state.passages.map(({ stage }) => publishedStages.findIndex((known) => known === stage)),
          ),
        });
        for (const { position, decision, gate, outcome, decidedOn, at } of published)
          tell.run({ position, technology: id, decision, gate, outcome, decidedOn, at });
      },
    };
  },
  queries: (db) => {
    const columns = "technology, slug, name, department, stage, gate, outcome, decidedOn";
    const page = (filter: string) =>
      db.prepare<PublicQuery, PublicTechnology>(
        `SELECT ${columns} FROM publicTechnologies WHERE told = 1 AND slug > @after ${filter}
         AND (@name = '' OR instr(wanted, @name) > 0) ORDER BY slug LIMIT @limit`,
      );
    const pages = {
      all: page(""),
      stage: page("AND stage = @stage"),
      department: page("AND department = @department"),
      both: page("AND stage = @stage AND department = @department"),
    };
    const bySlug = db.prepare<[string], PublicTechnology>(
      `SELECT ${columns} FROM publicTechnologies WHERE told = 1 AND slug = ?`,
    );
    const newest = db.prepare<[number], ToldDecision>(
      `SELECT d.technology, t.slug, t.name, t.department, d.position, d.decision, d.gate, d.outcome, d.decidedOn, d.at
       FROM publicDecisions AS d JOIN publicTechnologies AS t ON t.technology = d.technology
       ORDER BY d.position DESC LIMIT ?`,
    );
    const due = db
      .prepare<[Day, number, number], string>(
        `SELECT technology FROM publicTechnologies WHERE waitsFrom <> '' AND waitsFrom <= ? AND (told = 1 OR reached >= ?)
         ORDER BY waitsFrom LIMIT ?`,
      )
      .pluck();
    return {
      page: (query) => {
        const { stage, department } = query;
        const statement =
          stage === null
            ? department === null
              ? pages.all
              : pages.department
            : department === null
              ? pages.stage
              : pages.both;
        return statement.all({ ...query, name: asWanted(query.name) });
      },
      bySlug: (slug) => bySlug.get(slug) ?? null,
      told: (limit) => newest.all(limit),
      due: ({ from, upTo, limit }) => due.all(upTo, publishedStages.indexOf(from), limit),
    };
  },
};

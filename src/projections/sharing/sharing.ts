import { offerOf } from "../../domain/technology/state/borrowed.ts";
import { isWithheld } from "../../domain/technology/state/in-force.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import type { Audience } from "../../domain/technology/state/sharing.ts";
import type { Day, Instant } from "../../domain/words/text.ts";
import type { ReadModel } from "../read-model.ts";
import { loans, offers } from "./tables.ts";

/** A piece that a department may take over. */
export interface OfferedPiece {
  readonly technology: string;
  readonly slug: string;
  readonly name: string;
  readonly department: string;
  readonly evidence: string;
  readonly kind: string;
  readonly expiresOn: Day;
}

/** A piece that was taken over: who made it, who took it, when; for counting, each pair of piece and department once. */
interface Loan {
  readonly technology: string;
  readonly slug: string;
  readonly name: string;
  readonly department: string;
  readonly borrowed: string;
  readonly origin: string;
  readonly originSlug: string;
  readonly originName: string;
  readonly originDepartment: string;
  readonly evidence: string;
  readonly at: Instant;
  readonly moved: string;
}

/** How often a department's evidence was offered and taken over by others, and how often it took over theirs. */
interface SharedCount {
  readonly department: string;
  readonly offered: number;
  readonly lent: number;
  readonly reused: number;
}

export interface Sharing {
  /** Offered to a department by technologies other than this one, by their slugs; at most so many. */
  offeredTo(department: string, but: string, today: Day, limit: number): readonly OfferedPiece[];
  /** Taken over from one technology, the newest first. */
  from(origin: string): readonly Loan[];
  /** Taken over in a time by instants, `until` left out, the newest first. */
  between(since: Instant, until: Instant, limit: number): readonly Loan[];
  /** The same by department: a piece counts once for each department that took it over, and within a department never. */
  counts(since: Instant, until: Instant): readonly SharedCount[];
  /** Technologies that took over what has moved since, and do not say so yet; at most so many. */
  untold(limit: number): readonly string[];
}

const audienceOf = (to: Audience): string => (to === "all" ? "*" : to.length === 0 ? "" : `,${to.join(",")},`);

function movedOf(piece: Piece | undefined): string {
  if (piece === undefined || piece.state === "withdrawn") return "withdrawn";
  if (piece.erased) return "erased";
  return isWithheld(piece) ? "withheld" : "";
}

const loanColumns = `l.technology, t.slug, t.name, l.department, l.borrowed, l.origin, o.slug AS originSlug,
  o.name AS originName, l.originDepartment, l.evidence, l.at, l.moved`;
const joined = `FROM sharedLoans AS l JOIN technologies AS t ON t.id = l.technology
  JOIN technologies AS o ON o.id = l.origin`;

/** Evidence that departments share: what is offered to whom, and who took what over. */
export const sharing: ReadModel<Sharing> = {
  tables: [offers, loans],
  writesBy: ["offered_technology", "lent_technology"],
  writer: (db) => {
    const dropOffers = db.prepare<[string]>("DELETE FROM sharedOffers WHERE technology = ?");
    const dropLoans = db.prepare<[string]>("DELETE FROM sharedLoans WHERE technology = ?");
    const offer = db.prepare<string[]>("INSERT INTO sharedOffers VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    const loan = db.prepare<string[]>("INSERT INTO sharedLoans VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    return {
      technology: ({ id, state }) => {
        dropOffers.run(id);
        dropLoans.run(id);
        const { department } = state.proposal;
        for (const { evidence, to, at } of state.offers) {
          const piece = state.evidence.find((candidate) => candidate.evidence === evidence);
          const audience = audienceOf(offerOf(state, evidence)?.to ?? to);
          offer.run(id, department, evidence, piece?.kind ?? "", audience, movedOf(piece), piece?.expiresOn ?? "", at);
        }
        for (const { borrowed, origin, at, moved, putAway } of state.borrowed)
          loan.run(
            id,
            department,
            borrowed,
            origin.technology,
            origin.department,
            origin.evidence,
            at,
            // Nobody has to be told of a copy that nothing rests on.
            putAway === null ? (moved?.because ?? "") : "put-away",
          );
      },
    };
  },
  queries: (db) => {
    const offeredTo = db.prepare<[string, string, string, number], OfferedPiece>(
      `SELECT f.technology, t.slug, t.name, f.department, f.evidence, f.kind, f.expiresOn
       FROM sharedOffers AS f JOIN technologies AS t ON t.id = f.technology
       WHERE f.technology <> ? AND f.moved = '' AND f.expiresOn >= ?
         AND (f.audience = '*' OR instr(f.audience, ',' || ? || ',') > 0)
       ORDER BY t.slug, f.evidence LIMIT ?`,
    );
    const from = db.prepare<[string], Loan>(`SELECT ${loanColumns} ${joined} WHERE l.origin = ? ORDER BY l.at DESC`);
    const between = db.prepare<[string, string, number], Loan>(
      `SELECT ${loanColumns} ${joined} WHERE l.at >= ? AND l.at < ? ORDER BY l.at DESC LIMIT ?`,
    );
    const counts = db.prepare<{ since: string; until: string }, SharedCount>(
      `SELECT department, sum(offered) AS offered, sum(lent) AS lent, sum(reused) AS reused FROM (
         SELECT department, count(*) AS offered, 0 AS lent, 0 AS reused FROM sharedOffers
           WHERE at >= @since AND at < @until AND audience <> '' GROUP BY department
         UNION ALL
         SELECT originDepartment, 0, count(DISTINCT origin || '/' || evidence || '/' || department), 0 FROM sharedLoans
           WHERE at >= @since AND at < @until AND department <> originDepartment GROUP BY originDepartment
         UNION ALL
         SELECT department, 0, 0, count(DISTINCT origin || '/' || evidence) FROM sharedLoans
           WHERE at >= @since AND at < @until AND department <> originDepartment GROUP BY department
       ) GROUP BY department ORDER BY department`,
    );
    const untold = db
      .prepare<[number], string>(
        `SELECT DISTINCT l.technology FROM sharedLoans AS l
         JOIN sharedOffers AS f ON f.technology = l.origin AND f.evidence = l.evidence
         WHERE l.moved = '' AND (f.moved <> ''
           OR NOT (f.audience = '*' OR instr(f.audience, ',' || l.department || ',') > 0)) LIMIT ?`,
      )
      .pluck();
    return {
      offeredTo: (department, but, today, limit) => offeredTo.all(but, today, department, limit),
      from: (origin) => from.all(origin),
      between: (since, until, limit) => between.all(since, until, limit),
      counts: (since, until) => counts.all({ since, until }),
      untold: (limit) => untold.all(limit),
    };
  },
};

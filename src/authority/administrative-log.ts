import type { Database } from "better-sqlite3";
import type { Instant, PersonId } from "../domain/words/text.ts";

/** What is done to accounts and to the house without touching authority: that is on the ledger. */
export const loggedKinds = [
  "password-changed",
  "session-ended",
  "sessions-ended",
  "token-made",
  "token-revoked",
  "sign-in-refused",
  "backed-up",
  "restored",
] as const;
export type LoggedKind = (typeof loggedKinds)[number];

/** Ids only, so that it may be kept. */
export interface Logged {
  readonly id: number;
  readonly at: Instant;
  readonly kind: LoggedKind;
  /** Person id; "system", or "nobody" for whoever did not sign in. */
  readonly actor: PersonId;
  /** Whose account; null where it is nobody's, or not known. */
  readonly subject: PersonId | null;
  /** Technology id of a token, say: nothing that names a person. */
  readonly about: string | null;
}

type NewLogged = Pick<Logged, "kind" | "actor" | "subject"> & { readonly about?: string };

interface LogQuery {
  /** Before this place, newest first; null from the newest on. */
  readonly before: Pick<Logged, "at" | "id"> | null;
  readonly from: Instant;
  readonly kind?: LoggedKind;
  /** As actor or as subject. */
  readonly person?: PersonId;
  readonly limit: number;
}

export interface AdministrativeLog {
  note(entry: NewLogged): void;
  /** Where the same was noted less than so many minutes ago, nothing: a thousand guesses are one line. */
  noteOnceIn(minutes: number, entry: NewLogged): void;
  /** Newest first. */
  page(query: LogQuery): readonly Logged[];
}

/** After every instant and every id. */
const never = { at: "9999", id: Number.MAX_SAFE_INTEGER };

export function openAdministrativeLog(db: Database, now: () => Instant): AdministrativeLog {
  const add = db.prepare("INSERT INTO administrative_log (at, kind, actor, subject, about) VALUES (?, ?, ?, ?, ?)");
  const newest = db
    .prepare<[string, string | null, string], 1>(
      "SELECT 1 FROM administrative_log WHERE kind = ? AND subject IS ? AND at > ? LIMIT 1",
    )
    .pluck();
  type Values = { at: string; id: number; from: string; limit: number; value: string; kind: string | null };
  const pageBy = (condition: string) =>
    db.prepare<[Values], Logged>(
      `SELECT id, at, kind, actor, subject, about FROM administrative_log
       WHERE ${condition} AND (at, id) < (@at, @id) AND at >= @from AND (@kind IS NULL OR kind = @kind)
       ORDER BY at DESC, id DESC LIMIT @limit`,
    );
  const pages = {
    all: pageBy("@value = ''"),
    kind: pageBy("kind = @value"),
    actor: pageBy("actor = @value"),
    subject: pageBy("subject = @value"),
  };
  const note: AdministrativeLog["note"] = ({ kind, actor, subject, about }) =>
    void add.run(now(), kind, actor, subject, about ?? null);
  return {
    note,
    noteOnceIn: (minutes, entry) => {
      const since = new Date(Date.parse(now()) - minutes * 60_000).toISOString();
      if (newest.get(entry.kind, entry.subject, since) === undefined) note(entry);
    },
    page: ({ before, from, kind, person, limit }) => {
      const read = (by: keyof typeof pages, value: string) =>
        pages[by].all({ ...(before ?? never), from, limit, value, kind: kind ?? null });
      if (person === undefined) return kind === undefined ? read("all", "") : read("kind", kind);
      return newestOf([...read("actor", person), ...read("subject", person)], limit);
    },
  };
}

/** One entry can be found twice: by whom it is and about whom. */
function newestOf(found: readonly Logged[], limit: number): readonly Logged[] {
  const byId = new Map(found.map((one) => [one.id, one]));
  return [...byId.values()].toSorted((a, b) => (a.at === b.at ? b.id - a.id : a.at < b.at ? 1 : -1)).slice(0, limit);
}

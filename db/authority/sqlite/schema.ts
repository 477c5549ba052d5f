import { sqliteCore } from "../../drizzle.ts";

const { integer, sqliteTable, text } = sqliteCore;

/**
 * The tables beside the ledger as the migrations leave them, for statements to be written over. The migrations make
 * them and say what each is for; indexes and strictness stand there alone. Moments are milliseconds since 1970, except
 * where a column is text: there they are instants.
 */
export const identity = sqliteTable("identity", {
  person: text("person").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull(),
  emailKey: text("email_key").notNull(),
  password: text("password"),
  locale: text("locale"),
  createdAt: integer("created_at").notNull(),
});

export const oneTimeLink = sqliteTable("one_time_link", {
  token: text("token").primaryKey(),
  purpose: text("purpose", { enum: ["set-up", "invitation", "reset"] }).notNull(),
  person: text("person"),
  expiresAt: integer("expires_at").notNull(),
});

export const session = sqliteTable("session", {
  id: text("id").primaryKey(),
  person: text("person"),
  data: text("data").notNull(),
  device: text("device").notNull(),
  createdAt: integer("created_at").notNull(),
  seenAt: integer("seen_at").notNull(),
  endedAt: integer("ended_at"),
});

export const knownDevice = sqliteTable("known_device", {
  token: text("token").primaryKey(),
  person: text("person").notNull(),
  usedAt: integer("used_at").notNull(),
});

export const signInFailure = sqliteTable("sign_in_failure", {
  key: text("key").primaryKey(),
  failures: integer("failures").notNull(),
  lastAt: integer("last_at").notNull(),
  blockedUntil: integer("blocked_until").notNull(),
});

export const keptForm = sqliteTable("kept_form", {
  token: text("token").primaryKey(),
  person: text("person").notNull(),
  path: text("path").notNull(),
  body: text("body").notNull(),
  expiresAt: integer("expires_at").notNull(),
});

export const secret = sqliteTable("secret", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
});

export const draft = sqliteTable("draft", {
  id: text("id").primaryKey(),
  person: text("person").notNull(),
  kind: text("kind").notNull(),
  subject: text("subject").notNull(),
  title: text("title").notNull(),
  fields: text("fields").notNull(),
  savedAt: text("saved_at").notNull(),
});

export const intakeToken = sqliteTable("intake_token", {
  hash: text("hash").primaryKey(),
  id: text("id").notNull(),
  person: text("person").notNull(),
  technology: text("technology").notNull(),
  name: text("name").notNull(),
  createdAt: integer("created_at").notNull(),
  expiresAt: integer("expires_at").notNull(),
  usedAt: integer("used_at"),
  revokedAt: integer("revoked_at"),
});

export const rememberedMapping = sqliteTable(
  "remembered_mapping",
  {
    source: text("source").notNull(),
    format: text("format").notNull(),
    mapping: text("mapping").notNull(),
    givenBy: text("given_by").notNull(),
    givenAt: integer("given_at").notNull(),
  },
  ({ source, format }) => [sqliteCore.primaryKey({ columns: [source, format] })],
);

export const stagedFiles = sqliteTable("staged_files", {
  id: text("id").primaryKey(),
  person: text("person").notNull(),
  technology: text("technology").notNull(),
  files: text("files").notNull(),
  tableSeen: text("table_seen"),
  stagedAt: integer("staged_at").notNull(),
});

export const importPlan = sqliteTable("import_plan", {
  id: text("id").primaryKey(),
  person: text("person").notNull(),
  kind: text("kind").notNull(),
  file: text("file").notNull(),
  mapping: text("mapping").notNull(),
  salt: text("salt").notNull(),
  digest: text("digest").notNull(),
  position: integer("position").notNull(),
  tally: text("tally").notNull(),
  madeAt: integer("made_at").notNull(),
  startedAt: integer("started_at"),
  mode: text("mode"),
  endedAt: integer("ended_at"),
  outcome: text("outcome"),
});

export const importRow = sqliteTable(
  "import_row",
  {
    plan: text("plan").notNull(),
    row: integer("row").notNull(),
    does: text("does").notNull(),
    name: text("name").notNull(),
    reasons: text("reasons").notNull(),
    content: text("content"),
    subject: text("subject"),
    outcome: text("outcome"),
  },
  ({ plan, row }) => [sqliteCore.primaryKey({ columns: [plan, row] })],
);

export const importMapping = sqliteTable(
  "import_mapping",
  {
    name: text("name").notNull(),
    version: integer("version").notNull(),
    kind: text("kind").notNull(),
    mapping: text("mapping").notNull(),
    givenBy: text("given_by").notNull(),
    givenAt: integer("given_at").notNull(),
  },
  ({ name, version }) => [sqliteCore.primaryKey({ columns: [name, version] })],
);

export const administrativeLog = sqliteTable("administrative_log", {
  id: integer("id").primaryKey(),
  at: text("at").notNull(),
  kind: text("kind").notNull(),
  actor: text("actor").notNull(),
  subject: text("subject"),
  about: text("about"),
});

/** Written and erased by the ledger, in the transaction of the entry that says so; here it is read. */
export const privateText = sqliteTable("private_text", {
  digest: text("digest").primaryKey(),
  salt: text("salt"),
  text: text("text"),
});

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
  singleKeys: integer("single_keys"),
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
  scopes: text("scopes").notNull(),
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

export const mailReader = sqliteTable("mail_reader", {
  person: text("person").primaryKey(),
  digest: integer("digest", { mode: "boolean" }).notNull(),
  hour: integer("hour").notNull(),
  days: text("days").notNull(),
  urgent: integer("urgent", { mode: "boolean" }).notNull(),
  locale: text("locale", { enum: ["en", "zh-CN"] }),
  timeZone: text("time_zone"),
  looked: text("looked"),
  refusedAt: integer("refused_at"),
  refusedHash: text("refused_hash"),
  refusedCode: integer("refused_code"),
});

export const mailSaid = sqliteTable(
  "mail_said",
  {
    person: text("person").notNull(),
    purpose: text("purpose", { enum: ["digest", "urgent"] }).notNull(),
    matter: text("matter").notNull(),
    due: text("due"),
    nearness: text("nearness", { enum: ["ahead", "soon", "today", "late"] }).notNull(),
    mail: text("mail").notNull(),
  },
  ({ person, purpose, matter }) => [sqliteCore.primaryKey({ columns: [person, purpose, matter] })],
);

export const outbox = sqliteTable("outbox", {
  id: text("id").primaryKey(),
  person: text("person").notNull(),
  purpose: text("purpose", { enum: ["digest", "urgent"] }).notNull(),
  span: text("span").notNull(),
  subject: text("subject"),
  text: text("text"),
  html: text("html"),
  status: text("status", { enum: ["waiting", "handing", "sent", "refused", "dropped", "unsure", "dead"] }).notNull(),
  attempts: integer("attempts").notNull(),
  madeAt: integer("made_at").notNull(),
  nextAt: integer("next_at").notNull(),
  owner: text("owner"),
  leasedUntil: integer("leased_until"),
  settledAt: integer("settled_at"),
  answer: text("answer"),
});

export const feedToken = sqliteTable("feed_token", {
  hash: text("hash").primaryKey(),
  id: text("id").notNull(),
  person: text("person").notNull(),
  department: text("department"),
  createdAt: integer("created_at").notNull(),
  usedAt: integer("used_at"),
  revokedAt: integer("revoked_at"),
});

export const webhook = sqliteTable("webhook", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  url: text("url").notNull(),
  secret: text("secret").notNull(),
  types: text("types").notNull(),
  madeBy: text("made_by").notNull(),
  madeAt: integer("made_at").notNull(),
  position: integer("position").notNull(),
  endedAt: integer("ended_at"),
});

export const webhookDelivery = sqliteTable("webhook_delivery", {
  id: text("id").primaryKey(),
  webhook: text("webhook").notNull(),
  position: integer("position").notNull(),
  status: text("status", { enum: ["waiting", "delivered", "dead"] }).notNull(),
  attempts: integer("attempts").notNull(),
  madeAt: integer("made_at").notNull(),
  nextAt: integer("next_at").notNull(),
  owner: text("owner"),
  leasedUntil: integer("leased_until"),
  triedAt: integer("tried_at"),
  answer: text("answer"),
  millis: integer("millis"),
});

export const webhookHost = sqliteTable("webhook_host", {
  host: text("host").primaryKey(),
  inside: integer("inside", { mode: "boolean" }).notNull(),
  givenBy: text("given_by").notNull(),
  givenAt: integer("given_at").notNull(),
});

export const savedFilter = sqliteTable("saved_filter", {
  id: text("id").primaryKey(),
  person: text("person").notNull(),
  name: text("name").notNull(),
  address: text("address").notNull(),
  savedAt: integer("saved_at").notNull(),
});

export const feedbackContact = sqliteTable("feedback_contact", {
  message: text("message").primaryKey(),
  contact: text("contact").notNull(),
  ends: text("ends"),
});

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

export const collectionRun = sqliteTable(
  "collection_run",
  {
    technology: text("technology").notNull(),
    collection: text("collection").notNull(),
    link: text("link"),
    opened: integer("opened").notNull().default(0),
    finished: integer("finished").notNull().default(0),
    incomplete: integer("incomplete").notNull().default(0),
    leftDevice: integer("left_device").notNull().default(0),
    leftSecond: integer("left_second").notNull().default(0),
    leftStraight: integer("left_straight").notNull().default(0),
    doubtfulKept: integer("doubtful_kept").notNull().default(0),
    corrected: integer("corrected").notNull().default(0),
    frozen: integer("frozen").notNull().default(0),
  },
  ({ technology, collection }) => [sqliteCore.primaryKey({ columns: [technology, collection] })],
);

export const collectionCode = sqliteTable("collection_code", {
  hash: text("hash").primaryKey(),
  technology: text("technology").notNull(),
  collection: text("collection").notNull(),
  batch: integer("batch").notNull(),
  audience: text("audience"),
  place: integer("place"),
  opened: integer("opened").notNull().default(0),
  sending: text("sending"),
});

export const collectionAnswer = sqliteTable("collection_answer", {
  id: text("id").primaryKey(),
  technology: text("technology").notNull(),
  collection: text("collection").notNull(),
  number: integer("number"),
  recorder: text("recorder"),
  sending: text("sending"),
  device: text("device"),
  arrived: integer("arrived").notNull(),
  audience: text("audience"),
  place: integer("place"),
  language: text("language").notNull(),
  content: text("content").notNull(),
  doubts: text("doubts").notNull(),
  leftOut: text("left_out"),
  incomplete: integer("incomplete").notNull(),
  earlier: text("earlier"),
});

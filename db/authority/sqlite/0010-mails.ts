/**
 * Mails: how each person wants them, what was said to whom, and what waits to be delivered. A body goes as soon as its
 * mail has gone; that there was one stays, so that a window never has two. Moments are milliseconds since 1970.
 */
export const mailTables = `
CREATE TABLE mail_reader (
  person        TEXT PRIMARY KEY,
  digest        INTEGER NOT NULL,
  hour          INTEGER NOT NULL,
  days          TEXT    NOT NULL,
  urgent        INTEGER NOT NULL,
  locale        TEXT,
  time_zone     TEXT,
  looked        TEXT,
  refused_at    INTEGER,
  refused_hash  TEXT,
  refused_code  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE mail_said (
  person    TEXT NOT NULL,
  purpose   TEXT NOT NULL,
  matter    TEXT NOT NULL,
  due       TEXT,
  nearness  TEXT NOT NULL,
  mail      TEXT NOT NULL,
  PRIMARY KEY (person, purpose, matter)
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_said_mail ON mail_said (mail);

CREATE TABLE outbox (
  id           TEXT PRIMARY KEY,
  person       TEXT    NOT NULL,
  purpose      TEXT    NOT NULL,
  span         TEXT    NOT NULL,
  subject      TEXT,
  text         TEXT,
  html         TEXT,
  status       TEXT    NOT NULL,
  attempts     INTEGER NOT NULL,
  made_at      INTEGER NOT NULL,
  next_at      INTEGER NOT NULL,
  owner        TEXT,
  leased_until INTEGER,
  settled_at   INTEGER,
  answer       TEXT,
  UNIQUE (person, purpose, span)
) STRICT;
CREATE INDEX outbox_status ON outbox (status, next_at);
CREATE INDEX outbox_made ON outbox (made_at, id);

CREATE TABLE feed_token (
  hash       TEXT PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  person     TEXT    NOT NULL,
  department TEXT,
  created_at INTEGER NOT NULL,
  used_at    INTEGER,
  revoked_at INTEGER
) STRICT;
CREATE INDEX feed_token_person ON feed_token (person, created_at);

CREATE TABLE webhook (
  id         TEXT PRIMARY KEY,
  name       TEXT    NOT NULL,
  url        TEXT    NOT NULL,
  secret     TEXT    NOT NULL,
  types      TEXT    NOT NULL,
  made_by    TEXT    NOT NULL,
  made_at    INTEGER NOT NULL,
  position   INTEGER NOT NULL,
  ended_at   INTEGER
) STRICT;

CREATE TABLE webhook_delivery (
  id           TEXT PRIMARY KEY,
  webhook      TEXT    NOT NULL,
  position     INTEGER NOT NULL,
  status       TEXT    NOT NULL,
  attempts     INTEGER NOT NULL,
  made_at      INTEGER NOT NULL,
  next_at      INTEGER NOT NULL,
  owner        TEXT,
  leased_until INTEGER,
  tried_at     INTEGER,
  answer       TEXT,
  millis       INTEGER,
  UNIQUE (webhook, position)
) STRICT;
CREATE INDEX webhook_delivery_status ON webhook_delivery (status, next_at);
CREATE INDEX webhook_delivery_made ON webhook_delivery (webhook, made_at, id);

CREATE TABLE webhook_host (
  host     TEXT PRIMARY KEY,
  inside   INTEGER NOT NULL,
  given_by TEXT    NOT NULL,
  given_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

/**
 * The yardstick, in a process of its own: what somebody would write with Express, Handlebars and better-sqlite3 who needs
 * nothing of what this product does. It lists 50 of 100,000 rows by key, and stores a form durably.
 */
import { rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import express from "express";
import Handlebars from "handlebars";
import "./answers-ipc.ts";
import { plainPage } from "./plain-page.ts";

const [folder = ""] = process.argv.slice(2);
const file = join(folder, "plain.sqlite");
for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
const db = new Sqlite(file);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec(`CREATE TABLE item (key INTEGER PRIMARY KEY, slug TEXT, name TEXT, stage TEXT, office TEXT, due TEXT, changed TEXT);
CREATE TABLE report (id INTEGER PRIMARY KEY, item INTEGER, severity INTEGER, day TEXT, text TEXT);`);
const stages = ["proposed", "piloting", "evaluating", "rolling-out", "adopted"];
const add = db.prepare("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?)");
db.transaction(() => {
  for (let n = 1; n <= 100_000; n += 1)
    add.run(
      n,
      `item-${n}`,
      `Permit assistant of the harbour ${n}`,
      stages[n % 5],
      `Office ${n % 300}`,
      "2027-03-11",
      n,
    );
})();

const page = Handlebars.compile(plainPage);
const after = db.prepare("SELECT * FROM item WHERE key > ? ORDER BY key LIMIT 50");
const report = db.prepare("INSERT INTO report (item, severity, day, text) VALUES (?, ?, ?, ?)");

const app = express();
app.get("/items", (req, res) => {
  const rows = after.all(Number(req.query["after"] ?? 0)) as { readonly key: number }[];
  res.type("html").send(page({ rows, next: rows.at(-1)?.key }));
});
app.post("/items/:key/reports", express.urlencoded({ extended: false }), (req, res) => {
  const { severity, day, text } = req.body as { readonly [field: string]: string };
  report.run(Number(req.params.key), Number(severity), day, text);
  res.redirect(303, "/items");
});
const server = app.listen(0, "127.0.0.1", () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
server.keepAliveTimeout = 60_000;

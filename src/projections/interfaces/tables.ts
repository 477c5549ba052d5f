import { index, integer, sqliteTable, text } from "../drizzle.ts";

/** The answers of a technology's statement about its interfaces, as JSON: as last written, handed in, accepted. */
export const statements = sqliteTable("interfaceStatements", {
  technology: text("technology").primaryKey(),
  drafted: text("drafted"),
  submitted: text("submitted"),
  accepted: text("accepted"),
});

/** A row an interface of what was handed in last or else accepted; both ends with their departments, which lists add up by. */
export const rows = sqliteTable(
  "interfaces",
  {
    technology: text("technology").notNull(),
    /** Place in the statement, from 0. */
    place: integer("place").notNull(),
    department: text("department").notNull(),
    name: text("name").notNull(),
    direction: text("direction").notNull(),
    kind: text("kind").notNull(),
    /** "city-api@2.0" */
    standard: text("standard"),
    /** Slug of the technology at the other end, as it was written. */
    counterpart: text("counterpart"),
    /** Its id and department, where there is such a technology and it is another one. */
    other: text("other"),
    otherDepartment: text("otherDepartment"),
    outside: text("outside"),
    audience: text("audience"),
    /** 1: accepted, 0: handed in and not looked at yet. */
    accepted: integer("accepted").notNull(),
  },
  (of) => [
    index("interfaces_technology").on(of.technology, of.place),
    index("interfaces_counterpart").on(of.counterpart, of.technology),
    index("interfaces_standard").on(of.standard, of.technology),
    index("interfaces_department").on(of.department, of.otherDepartment, of.direction, of.standard),
    index("interfaces_of").on(of.department, of.technology, of.place),
    index("interfaces_other").on(of.otherDepartment, of.department),
  ],
);

/** A row for each kind of data that goes over an interface. */
export const data = sqliteTable(
  "interfaceData",
  {
    technology: text("technology").notNull(),
    place: integer("place").notNull(),
    /** The name as it is compared, and as it was written. */
    key: text("key").notNull(),
    label: text("label").notNull(),
    direction: text("direction").notNull(),
    audience: text("audience").notNull(),
  },
  (of) => [
    index("interfaceData_technology").on(of.technology),
    index("interfaceData_key").on(of.direction, of.key, of.audience, of.technology),
  ],
);

/** A row a technology: whether anything is exchanged with it or shared by a standard. */
export const standings = sqliteTable(
  "interfaceStandings",
  {
    technology: text("technology").primaryKey(),
    slug: text("slug").notNull(),
    department: text("department").notNull(),
    /** 1: people use it. */
    live: integer("live").notNull(),
    /** 1: it has stated its interfaces, if only that there are none. */
    stated: integer("stated").notNull(),
    /** 1: an exchange with another technology is declared by either side, or another follows a standard version of its. */
    connected: integer("connected").notNull(),
  },
  (of) => [
    index("interfaceStandings_department").on(of.live, of.department, of.connected, of.stated, of.slug),
    index("interfaceStandings_connected").on(of.department, of.connected, of.slug),
    index("interfaceStandings_chimney").on(of.live, of.connected, of.slug, of.department),
  ],
);

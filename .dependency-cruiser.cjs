/** Imports run one way. Each room lists whom it may import; everything else in src and db is forbidden. */
const rooms = {
  domain: [],
  evidence: ["domain"],
  ledger: ["domain", "db"],
  authority: ["domain", "db", "ledger"],
  projections: ["ledger", "domain"],
  application: ["domain", "ledger", "authority", "evidence", "projections", "config"],
  http: ["application", "projections", "domain", "evidence", "ledger", "authority", "config"],
};

const own = { db: "^db/", config: "^src/config\\.ts$" };
const path = (room) => own[room] ?? `^src/${room}/`;

const oneWay = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports-only-${allowed.join("-") || "itself"}`,
  severity: "error",
  from: { path: path(room) },
  to: { path: "^(src|db)/", pathNot: [room, ...allowed].map(path) },
}));

/** Folders of src/http that several rooms share. Every other one is a room, so that a new one cannot be forgotten. */
const shared = [
  "charts",
  "choices",
  "codes",
  "forms",
  "kept",
  "lists",
  "middleware",
  "outside",
  "say",
  "selection",
  "stated",
  "view",
];
const anyRoom = `^src/http/(?!(?:${shared.join("|")})/)([^/]+)/`;

/** Folders of src/domain/technology that its chapters share. Every other one is a chapter. */
const belowChapters = ["state", "manifest", "looks"];
const technology = "^src/domain/technology/";
const anyChapter = `${technology}(?!(?:${belowChapters.join("|")})/)([^/]+)/`;

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: "domain-is-pure",
      severity: "error",
      comment: "No library at all",
      from: { path: "^src/domain/" },
      to: { pathNot: "^src/domain/" },
    },
    {
      name: "statistics-is-mathematics",
      severity: "error",
      comment: "What it is used for, and how it is offered, lies above it",
      from: { path: "^src/domain/statistics/" },
      to: { path: "^src/domain/", pathNot: "^src/domain/(?:statistics|words)/" },
    },
    {
      name: "no-room-imports-another-room",
      severity: "error",
      from: { path: anyRoom },
      to: { path: anyRoom, pathNot: "^src/http/$1/" },
    },
    {
      name: "what-rooms-share-imports-no-room",
      severity: "error",
      comment: "rooms.ts and app.ts alone put the rooms together",
      from: { path: `^src/http/(?:(?:${shared.join("|")})/|[^/]+$)`, pathNot: "^src/http/rooms\\.ts$" },
      to: { path: anyRoom },
    },
    {
      name: "words-import-nothing",
      severity: "error",
      from: { path: "^src/domain/words/" },
      to: { pathNot: "^src/domain/words/" },
    },
    {
      name: "what-knows-no-technology",
      severity: "error",
      from: { path: "^src/domain/(?:words|policy|people|statistics)/" },
      to: { path: technology },
    },
    {
      name: "no-chapter-imports-another-chapter",
      severity: "error",
      comment: "They meet in the state",
      from: { path: anyChapter },
      to: { path: anyChapter, pathNot: `${technology}$1/` },
    },
    {
      name: "chapters-and-below-import-nothing-above",
      severity: "error",
      comment: "The list of chapters, and what is derived from it, lies above them",
      from: { path: `${technology}[^/]+/` },
      to: { path: `${technology}[^/]+\\.ts$` },
    },
    {
      name: "what-chapters-share-imports-no-chapter",
      severity: "error",
      from: { path: `${technology}(?:${belowChapters.join("|")})/` },
      to: { path: anyChapter },
    },
    {
      name: "sqlite-stands-behind-ports",
      severity: "error",
      from: { path: "^(src|db)/", pathNot: "^(?:src/(?:ledger|authority/sqlite|projections)|db)/" },
      to: { path: "(?:^|/)(?:better-sqlite3|drizzle-orm)(?:/|$)" },
    },
    {
      name: "drizzle-comes-as-commonjs",
      severity: "error",
      comment: "As ES modules it costs each start half a second and ninety megabytes; types cost nothing",
      from: { path: "^(src|db)/", pathNot: "^(?:src/projections|db)/drizzle\\.ts$" },
      to: { path: "(?:^|/)drizzle-orm(?:/|$)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ports-know-no-engine",
      severity: "error",
      comment:
        "Of the ledger they take the words of its port alone; its handle is given to the engine by whoever opens both",
      from: { path: "^src/authority/[^/]+$" },
      to: { path: "^(?:db/|src/authority/[^/]+/|src/ledger/(?!port\\.ts$))" },
    },
    {
      name: "only-those-who-open-name-the-engine",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: "^src/(?:ledger/|authority/sqlite/|cli/|application/(?:open-services|beside/decision-again)\\.ts$)",
      },
      to: { path: "^src/(?:authority/sqlite/|ledger/sqlite\\.ts$)" },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment: "Types included",
      from: {},
      to: { circular: true },
    },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
    },
  },
};

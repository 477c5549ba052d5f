import { parseArgs } from "node:util";
import type { Figure } from "./figure.ts";
import { openFolders } from "./folders.ts";
import type { Folders } from "./folders.ts";

type Bench = (folders: Folders) => Promise<readonly Figure[]>;

/** What is measured, by the name `--only` takes; `--only http` takes all that begin so. */
const benches: { readonly [name: string]: () => Promise<Bench> } = {
  ledger: async () => (await import("./ledger.ts")).ledgerBench,
  projections: async () => (await import("./projections.ts")).projectionsBench,
  "http/pages": async () => (await import("./http/pages.ts")).pagesBench,
  "http/addresses": async () => (await import("./http/addresses.ts")).addressesBench,
  "http/writes": async () => (await import("./http/writes.ts")).writesBench,
  "http/readers": async () => (await import("./http/readers.ts")).readersBench,
  "http/start": async () => (await import("./http/start.ts")).startBench,
  "http/memory": async () => (await import("./http/memory.ts")).memoryBench,
  "http/uploads": async () => (await import("./http/uploads.ts")).uploadsBench,
  evidence: async () => (await import("./evidence.ts")).evidenceBench,
  verdict: async () => (await import("./verdict.ts")).verdictBench,
  weights: async () => (await import("./weights.ts")).weightsBench,
  gate: async () => (await import("./gate.ts")).gateBench,
};

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    only: { type: "string" },
    /** Where prepared folders are kept from one run to the next. */
    data: { type: "string" },
  },
});
const asked = (name: string): boolean =>
  values.only === undefined || name === values.only || name.startsWith(`${values.only}/`);
if (!Object.keys(benches).some(asked)) {
  console.error(`There is no bench ${values.only ?? ""}: ${Object.keys(benches).join(", ")}`);
  process.exit(2);
}

const figures: Figure[] = [];
const folders = openFolders(values.data);
try {
  for (const [name, load] of Object.entries(benches).filter(([name]) => asked(name))) {
    if (!values.json) console.error(`measuring ${name} …`);
    const bench = await load();
    const found = await bench(folders);
    figures.push(...found);
    if (!values.json) for (const figure of found) console.log(line(figure));
  }
} finally {
  folders.remove();
}
if (values.json) console.log(JSON.stringify(figures));
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;

function line({ name, value, unit, goal, met, which }: Figure): string {
  const place = which === undefined ? "" : `, ${which}`;
  if (goal === null) return `        ${name}: ${value} ${unit}`;
  return `${met ? "met    " : "NOT MET"} ${name}: ${value} ${unit} (goal ${goal}${place})`;
}

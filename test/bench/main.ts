import { parseArgs } from "node:util";
import type { Figure } from "./figure.ts";

type Bench = () => Promise<readonly Figure[]>;

/** What is measured, by the name `--only` takes. */
const benches: { readonly [name: string]: () => Promise<Bench> } = {
  ledger: async () => (await import("./ledger.ts")).ledgerBench,
  projections: async () => (await import("./projections.ts")).projectionsBench,
  http: async () => (await import("./http.ts")).httpBench,
  evidence: async () => (await import("./evidence.ts")).evidenceBench,
  verdict: async () => (await import("./verdict.ts")).verdictBench,
  weights: async () => (await import("./weights.ts")).weightsBench,
  gate: async () => (await import("./gate.ts")).gateBench,
};

const { values } = parseArgs({ options: { json: { type: "boolean", default: false }, only: { type: "string" } } });
if (values.only !== undefined && !Object.hasOwn(benches, values.only)) {
  console.error(`There is no bench ${values.only}: ${Object.keys(benches).join(", ")}`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, load] of Object.entries(benches)) {
  if (values.only !== undefined && values.only !== name) continue;
  if (!values.json) console.error(`measuring ${name} …`);
  const bench = await load();
  figures.push(...(await bench()));
}
if (values.json) console.log(JSON.stringify(figures));
else
  for (const { name, value, unit, goal, met } of figures)
    console.log(`${met ? "met    " : "NOT MET"} ${name}: ${value} ${unit} (goal ${goal})`);
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;

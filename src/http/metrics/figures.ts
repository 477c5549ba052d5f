import { threadsNow } from "../../application/beside/in-worker.ts";
import { upkeepTasks } from "../../application/upkeep.ts";
import type { Services } from "../../application/services.ts";
import type { Costs } from "../middleware/costs.ts";

export type Sources = { readonly services: Services; readonly costs: Costs };

/** One value of a figure, by its labels. */
type Reading = { readonly value: number; readonly labels?: Readonly<Record<string, string>> };

/** A figure that is read when it is asked for: nothing is counted for it while pages are served. */
export type Figure = {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  readonly read: (sources: Sources) => readonly Reading[] | Promise<readonly Reading[]>;
};

const single = (value: number): readonly Reading[] => [{ value }];

/** Every figure but those of requests and of the process. What a later task wants watched is a line here. */
export const figures: readonly Figure[] = [
  {
    name: "touchstone_ledger_position",
    help: "Number of the newest entry of the ledger.",
    read: async ({ services }) => single((await services.ledger.head()).position),
  },
  {
    name: "touchstone_ledger_read_only",
    help: "1 while nothing can be written, since the ledger contradicts its checkpoints; else 0.",
    read: ({ services }) => single(services.ledger.readOnly === null ? 0 : 1),
  },
  {
    name: "touchstone_views_lag_entries",
    help: "Entries that the read models have not taken in yet.",
    read: async ({ services }) =>
      single(Math.max(0, (await services.ledger.head()).position - services.views.position().position)),
  },
  {
    name: "touchstone_ledger_lock_wait_seconds_total",
    help: "Time that commits waited for another process to let go of the database.",
    read: ({ services }) => single(services.ledger.lockWaits.seconds),
  },
  {
    name: "touchstone_ledger_lock_wait_longest_seconds",
    help: "The longest of those waits since the start.",
    read: ({ services }) => single(services.ledger.lockWaits.longest),
  },
  {
    name: "touchstone_ledger_commits_total",
    help: "Transactions on the ledger since the start.",
    read: ({ services }) => single(services.ledger.lockWaits.commits),
  },
  {
    name: "touchstone_ledger_commits_refused_total",
    help: "Transactions that gave up waiting for the database.",
    read: ({ services }) => single(services.ledger.lockWaits.refused),
  },
  {
    name: "touchstone_task_last_success_timestamp_seconds",
    help: "When a task of the background last ended well; absent until it has.",
    labels: ["task"],
    read: ({ services }) => ofTasks((task) => services.upkeep.of(task).succeeded),
  },
  {
    name: "touchstone_task_last_failure_timestamp_seconds",
    help: "When a task of the background last failed; absent until it has.",
    labels: ["task"],
    read: ({ services }) => ofTasks((task) => services.upkeep.of(task).failed),
  },
  {
    name: "touchstone_task_failures_total",
    help: "How often a task of the background failed since the start.",
    labels: ["task"],
    read: ({ services }) => ofTasks((task) => services.upkeep.of(task).failures),
  },
  {
    name: "touchstone_outbox_mails",
    help: "Mails by what became of them; those that wait, and those that were given up (dead), an operator looks after.",
    labels: ["status"],
    read: async ({ services }) => readings(await services.outbox.counts(), "status"),
  },
  {
    name: "touchstone_outbox_oldest_due_seconds",
    help: "How long the mail that has been due the longest has waited; 0 where none is due.",
    read: async ({ services }) => single(waited(services, await services.outbox.oldestDue())),
  },
  {
    name: "touchstone_webhook_deliveries",
    help: "Deliveries to programs by what became of them.",
    labels: ["status"],
    read: async ({ services }) => readings(await services.webhooks.counts(), "status"),
  },
  {
    name: "touchstone_webhook_oldest_due_seconds",
    help: "How long the delivery that has been due the longest has waited; 0 where none is due.",
    read: async ({ services }) => single(waited(services, await services.webhooks.oldestDue())),
  },
  {
    name: "touchstone_threads",
    help: "Threads for long computations: those that compute, those that are idle, and computations that wait for one.",
    labels: ["state"],
    read: () => {
      const { threads, busy, waiting } = threadsNow();
      return readings({ busy, idle: threads - busy, waiting }, "state");
    },
  },
  {
    name: "touchstone_turns",
    help: "What makes the server work (uploads and measurements of evidence, lists, documents …): running and waiting.",
    labels: ["cost", "state"],
    read: ({ costs }) =>
      costs.now().flatMap(({ cost, running, waiting }) => [
        { labels: { cost, state: "running" }, value: running },
        { labels: { cost, state: "waiting" }, value: waiting },
      ]),
  },
];

/** Seconds. @param since ms since 1970 */
const waited = ({ accounts }: Services, since: number | null): number =>
  since === null ? 0 : Math.max(0, (accounts.now() - since) / 1000);

const readings = (values: Readonly<Record<string, number>>, label: string): readonly Reading[] =>
  Object.entries(values).map(([name, value]) => ({ labels: { [label]: name }, value }));

const ofTasks = (read: (task: (typeof upkeepTasks)[number]) => number | null): readonly Reading[] =>
  upkeepTasks.flatMap((task) => {
    const value = read(task);
    return value === null ? [] : [{ labels: { task }, value }];
  });

import type { Delivery, Webhook } from "../../authority/webhooks.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import { technologyOf } from "../../domain/technology/streams.ts";
import type { Services } from "../services.ts";
import { sendWebhook } from "./send.ts";

/** Ms for which a node has the deliveries that it claimed: longer than ten take at their slowest. */
const lease = 3 * 60_000;
const atATime = 10;
const read = 500;

interface Telling {
  /** Of this process. */
  readonly owner: string;
  readonly send?: typeof sendWebhook;
  readonly stopped?: AbortSignal;
}

/** One look: queues what programs are to be told of, and delivers what is due. Any number of nodes may look at once. */
export async function tellPrograms(services: Services, { owner, send = sendWebhook, stopped }: Telling): Promise<void> {
  const hooks = await services.webhooks.all();
  for (const hook of hooks) await queueNew(services, hook);
  for (;;) {
    const claimed = await services.webhooks.claim(owner, lease, atATime);
    for (const delivery of claimed) {
      if (stopped?.aborted === true) return;
      await deliver(services, hooks, { owner, send }, delivery);
    }
    if (claimed.length < atATime) return;
  }
}

async function queueNew({ ledger, webhooks }: Services, hook: Webhook): Promise<void> {
  for (let position = hook.position; ;) {
    const events = await ledger.readAll(position, read);
    const last = events.at(-1);
    if (last === undefined) return;
    const meant = events.filter(({ type }) => hook.types.includes(type)).map((event) => event.position);
    await webhooks.queue({ id: hook.id, position }, meant, last.position);
    position = last.position;
  }
}

async function deliver(
  services: Services,
  hooks: readonly Webhook[],
  { owner, send }: Required<Pick<Telling, "owner" | "send">>,
  delivery: Delivery,
): Promise<void> {
  const { ledger, webhooks, accounts, log } = services;
  const hook = hooks.find(({ id }) => id === delivery.webhook);
  const [event] = await ledger.readAll(delivery.position - 1, 1);
  const begun = performance.now();
  const tried =
    hook === undefined || event === undefined
      ? { ok: false, answer: "ended" }
      : await send(hook, delivery.id, documentOf(services, event), {
          hosts: await webhooks.hosts(),
          now: accounts.now(),
        });
  await webhooks.settle(delivery.id, owner, { ...tried, millis: Math.round(performance.now() - begun) });
  log.info({ event: "webhook-tried", webhook: delivery.webhook, delivery: delivery.id, ...tried });
}

/** Ids and titles; whoever wants more asks the interface for programs, as somebody who may. */
function documentOf({ views, config }: Services, event: LedgerEvent): string {
  const id = technologyOf(event.stream);
  const row = id === null ? null : views.portfolio.byId(id);
  return JSON.stringify({
    position: event.position,
    type: event.type,
    time: event.time,
    stream: event.stream,
    technology:
      row === null
        ? null
        : {
            id: row.id,
            slug: row.slug,
            name: row.name,
            ...(config.origin !== null && { url: `${config.origin}/technologies/${row.slug}` }),
          },
  });
}

import { password } from "../large/demonstration.ts";
import { busyEmail } from "../large/folder.ts";
import type { Figure } from "../figure.ts";
import type { Folders } from "../folders.ts";
import { Client } from "./clients.ts";
import { gateFigures } from "./gates.ts";
import { emails } from "./people.ts";
import { startPlain } from "./plain.ts";
import { portfolioFigures } from "./portfolio.ts";
import { signIn, startProduct } from "./server.ts";
import type { Measured } from "./server.ts";
import { technologyFigures } from "./technologies.ts";

/** A server on each size and the yardstick beside them, with the cookies of who looks. */
export interface Stage {
  readonly client: Client;
  /** A second one, where two kinds of readers come at once. */
  readonly other: Client;
  readonly plain: Measured;
  readonly large: Visited;
  readonly small: Visited;
}

export interface Visited {
  readonly server: Measured;
  readonly folder: string;
  readonly approver: string;
  readonly planner: string;
  /** For whom ten thousand technologies wait on the large folder. */
  readonly busy: string;
}

/** The common pages, each against the plain page or by what it costs. */
export async function pagesBench(folders: Folders): Promise<Figure[]> {
  const [client, other] = [new Client(), new Client()];
  const plain = await startPlain(folders.scratch("plain"));
  const large = await visit(folders.copy(await folders.large(), "pages-large"));
  const small = await visit(folders.copy(await folders.small(), "pages-small"));
  try {
    const stage: Stage = { client, other, plain, large, small };
    return [...(await portfolioFigures(stage)), ...(await technologyFigures(stage)), ...(await gateFigures(stage))];
  } finally {
    for (const running of [plain, large.server, small.server, client, other]) await running.stop();
  }
}

async function visit(folder: string): Promise<Visited> {
  const server = await (await startProduct(folder)).quiet();
  return {
    server,
    folder,
    approver: await signIn(server, emails.approver, password),
    planner: await signIn(server, emails.planner, password),
    busy: await signIn(server, busyEmail, password),
  };
}

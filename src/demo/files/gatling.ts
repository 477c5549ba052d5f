import { inChunks, type Asked } from "./requests.ts";

/** A simulation.log as Gatling 3.4 to 3.12 writes it: users begin and end, requests with their two times. */
export const gatlingLog = (name: string, asked: Iterable<Asked>): Generator<string> => inChunks(lines(name, asked));

function* lines(name: string, asked: Iterable<Asked>): Generator<string> {
  let users = 0;
  for (const { at, elapsedMs, ask, failed, threads } of asked) {
    if (users === 0) yield `RUN\t${name}\t${name}\t${at}\t \t3.11.5\n`;
    for (; users < threads; users++) yield `USER\t${name}\tSTART\t${at}\n`;
    for (; users > threads; users--) yield `USER\t${name}\tEND\t${at}\n`;
    const status = failed ? "KO\tstatus.find.is(200), but actually found 503" : "OK\t ";
    yield `REQUEST\t\t${ask}\t${at}\t${at + elapsedMs}\t${status}\n`;
  }
}

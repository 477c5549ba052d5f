import { beginsAt, textAt } from "../load/bytes.ts";

const stages = [
  "::setup",
  "::teardown",
  "::warmup",
  "::warm-up",
  "::warm up",
  "::Warmup",
  "::Warm-up",
  "::Warm up",
  "::预热",
].map((name) => new Uint8Array(Buffer.from(name)));
const colon = 0x3a;

/** Whether a group is that of k6's setup() or teardown(), which run once and are no load, or one called a warm-up, or one within these. */
export function isStage(buffer: Uint8Array, from: number, to: number): boolean {
  return stages.some((stage) => {
    const end = from + stage.length;
    return to >= end && beginsAt(buffer, from, stage) && (to === end || buffer[end] === colon);
  });
}

const warmUp = /^(?:warm[ _-]?up|预热)(?:[ _-]?\d{1,3})?$/i;
const longest = 20;

/** First bytes of "warm-up" in either case and of "预热". */
const beginnings: ReadonlySet<number> = new Set([0x77, 0x57, 0xe9]);

/** Whether a scenario, or any other tag, is called a warm-up by whoever wrote the script. */
export function isWarmUp(buffer: Uint8Array, from: number, to: number): boolean {
  if (to <= from || to - from > longest || !beginnings.has(buffer[from] ?? 0)) return false;
  return warmUp.test(textAt(buffer, from, to));
}

const warmTag = /(?:^|&)(?:[^&=]{1,60}=(?:warm[ _-]?up|预热)|warm[ _-]?up=(?:true|1|yes))(?:&|$)/i;

/** The same of k6's column of further tags, "phase=warmup&step=1". */
export function tagsWarmUp(buffer: Uint8Array, from: number, to: number): boolean {
  return to > from && to - from <= 1000 && warmTag.test(textAt(buffer, from, to));
}

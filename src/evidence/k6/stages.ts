import { ascii, beginsAt, textAt } from "../load/bytes.ts";

const stages = [ascii("::setup"), ascii("::teardown")];
const colon = 0x3a;

/** Whether a group is that of k6's setup() or teardown(), which run once and are no load, or one within it. */
export function isStage(buffer: Uint8Array, from: number, to: number): boolean {
  return stages.some((stage) => {
    const end = from + stage.length;
    return to >= end && beginsAt(buffer, from, stage) && (to === end || buffer[end] === colon);
  });
}

const warmUp = /^(?:warm[ _-]?up|预热)(?:[ _-]?\d{1,3})?$/i;
const longest = 20;

/** Whether a scenario is called a warm-up by whoever wrote the script. */
export function isWarmUp(buffer: Uint8Array, from: number, to: number): boolean {
  return to > from && to - from <= longest && warmUp.test(textAt(buffer, from, to));
}

import { textAt } from "../load/bytes.ts";

/** First bytes of setUp, tearDown, warm-up in any case and 预热, and the digits of a machine's address. */
const beginnings: ReadonlySet<number> = new Set([...Buffer.from("stwWsS0123456789"), 0xe9]);

/** Whether a thread's name that begins with this byte may be one of a group that is no load, or of another machine. */
export const setUpMayFollow = (byte: number): boolean => beginnings.has(byte);

/**
 * Whether a thread belongs to a setUp or tearDown Thread Group, by the names that JMeter gives them ("setUp Thread Group
 * 1-1", in Chinese "setUp线程组 1-1"), with the address of the machine before it where several ran; or to a group that its
 * tester called a warm-up.
 */
export function isSetUp(buffer: Uint8Array, from: number, to: number): boolean {
  return namesSetUp(textAt(buffer, from, to));
}

export function namesSetUp(thread: string): boolean {
  return /^(?:[\d.:]{7,45}-)?(?:setUp|tearDown|[Ww](?:arm|ARM)[ _-]?(?:[Uu]p|UP)|预热)(?:[ _-]|[^\x00-\x7F]|$)/.test(
    thread,
  );
}

/** Whether a sampler is called a warm-up: "warmup login", "[Warm-up] GET /", "预热". */
export function labelsWarmUp(label: string): boolean {
  return /^[[(【]?(?:warm[ _-]?up|预热)(?:$|[\])】 _:：-])/i.test(label);
}

const labelBeginnings: ReadonlySet<number> = new Set([0x77, 0x57, 0x5b, 0x28, 0xe9, 0xe3]);

/** Whether a label that begins with this byte may be one of these. */
export const warmUpMayFollow = (byte: number): boolean => labelBeginnings.has(byte);

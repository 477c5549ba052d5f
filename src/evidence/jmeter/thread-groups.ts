import { textAt } from "../load/bytes.ts";

const [s, t, zero, nine] = [0x73, 0x74, 0x30, 0x39];

/** Whether a thread's name that begins with this byte may be one of a setUp or tearDown thread group, or of another machine. */
export function setUpMayFollow(byte: number): boolean {
  return byte === s || byte === t || (byte >= zero && byte <= nine);
}

/**
 * Whether a thread belongs to a setUp or tearDown Thread Group, by the names that JMeter gives them ("setUp Thread Group
 * 1-1", in Chinese "setUp线程组 1-1"), with the address of the machine before it where several ran.
 */
export function isSetUp(buffer: Uint8Array, from: number, to: number): boolean {
  return namesSetUp(textAt(buffer, from, to));
}

export function namesSetUp(thread: string): boolean {
  return /^(?:[\d.:]{7,45}-)?(?:setUp|tearDown)(?:[ _-]|[^\x00-\x7F]|$)/.test(thread);
}

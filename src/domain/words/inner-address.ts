/**
 * Whether an IP address leads nowhere outside: this machine, its network, or what networks keep for themselves. Where
 * somebody gives an address for a program, a server must not be made to knock on doors behind its own wall.
 *
 * @param address IPv4 or IPv6 as a resolver gives it
 */
export function isInner(address: string): boolean {
  if (!address.includes(":")) return isInner4(address.split(".").map(Number));
  const groups = groupsOf(address);
  if (groups === null) return true;
  const [first = 0] = groups;
  const last = [groups[6] ?? 0, groups[7] ?? 0].flatMap((group) => [group >> 8, group & 255]);
  // An IPv4 address in another dress: mapped, compatible, or translated.
  const zeros = groups.slice(0, 5).every((group) => group === 0);
  if (zeros && (groups[5] === 0xffff || groups[5] === 0)) return isInner4(last) || groups[5] === 0;
  if (first === 0x64 && groups[1] === 0xff9b) return isInner4(last);
  if (first === 0x2002) return isInner4([groups[1] ?? 0, groups[2] ?? 0].flatMap((group) => [group >> 8, group & 255]));
  // Unique local, link-local, site-local, multicast, and whatever is not given out.
  return (first & 0xe000) !== 0x2000 || (first === 0x2001 && (groups[1] ?? 0) < 0x200) || isDocumentation(groups);
}

const isDocumentation = ([first, second]: readonly number[]): boolean => first === 0x2001 && second === 0xdb8;

function isInner4([a = 0, b = 0, c = 0]: readonly number[]): boolean {
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 192 && b === 0 && (c === 0 || c === 2)) ||
    (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) ||
    (a === 203 && b === 0 && c === 113) ||
    a >= 224
  );
}

/** Eight numbers; null for what is no address. */
function groupsOf(text: string): readonly number[] | null {
  const [plain = ""] = text.split("%");
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(plain);
  const hex = (high: string | undefined, low: string | undefined) => (Number(high) * 256 + Number(low)).toString(16);
  const whole = dotted === null ? plain : `${dotted[1] ?? ""}${hex(dotted[2], dotted[3])}:${hex(dotted[4], dotted[5])}`;
  const [before = "", after] = whole.split("::");
  const left = before === "" ? [] : before.split(":");
  const right = after === undefined || after === "" ? [] : after.split(":");
  const missing = 8 - left.length - right.length;
  const all =
    after === undefined ? left : [...left, ...Array.from({ length: Math.max(0, missing) }, () => "0"), ...right];
  return all.length === 8 ? all.map((group) => Number.parseInt(group, 16)) : null;
}

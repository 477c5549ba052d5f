/**
 * What is a function of a value that is replaced and never changed: worked out once for each, and gone when the value
 * goes.
 */
export function onceBeside<Of extends object, Made extends object | string | number>(
  make: (of: Of) => Made,
): (of: Of) => Made {
  const made = new WeakMap<Of, Made>();
  return (of) => {
    const known = made.get(of);
    if (known !== undefined) return known;
    const fresh = make(of);
    made.set(of, fresh);
    return fresh;
  };
}

/**
 * The same for what also depends on a ground that stays for long (a policy, a day) and on which part is asked for: several
 * rules ask the same in turn. Another ground begins anew.
 */
export function onceOnGround<Of extends object, Ground extends readonly (object | string)[], Part, Made>(
  make: (of: Of, part: Part, ...ground: Ground) => Made,
): (of: Of, part: Part, ...ground: Ground) => Made {
  const made = new WeakMap<Of, { readonly ground: Ground; readonly byPart: Map<Part, Made> }>();
  return (of, part, ...ground) => {
    let known = made.get(of);
    if (known?.ground.every((value, at) => value === ground[at]) !== true) {
      known = { ground, byPart: new Map() };
      made.set(of, known);
    }
    if (!known.byPart.has(part)) known.byPart.set(part, make(of, part, ...ground));
    return known.byPart.get(part) as Made;
  };
}

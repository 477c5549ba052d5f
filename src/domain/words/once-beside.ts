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

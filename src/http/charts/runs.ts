/** Equal marks side by side are the dashes of one line; the stylesheet says how long they are. */
export const path = (name: string, d: string): string => `<path class="${name}" d="${d}"/>`;

/** Rings: the dots of a line on the wider dots of another. */
export const rings = (name: string, d: string): string => path(`${name} is-edge`, d) + path(name, d);

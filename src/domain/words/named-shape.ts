import type { Named } from "./named.ts";
import { object, text } from "./shape.ts";
import type { Shape } from "./shape.ts";

export const namedShape: Shape<Named> = object({ en: text, zh: text });

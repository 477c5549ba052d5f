import { load } from "./client.ts";
import type { Load } from "./client.ts";

/** A process of its own: whoever measures must not share a thread with what is measured. */
process.on("message", (asked: Load) => {
  void load(asked).then((served) => process.send?.(served));
});
process.once("disconnect", () => process.exit());

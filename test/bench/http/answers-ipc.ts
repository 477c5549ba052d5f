/**
 * Loaded into a server's process before its own code: tells whoever started it how much CPU time and memory it has taken.
 * The server itself knows nothing of it.
 */
export type Question = "cpu" | "memory" | "highest";

let highest = 0;
setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 5).unref();

/** CPU in ms of all its threads, resident memory in bytes now, and at its highest since last asked. */
function answer(question: Question): number {
  if (question === "memory") return process.memoryUsage.rss();
  if (question === "cpu") {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
  const answered = highest;
  highest = process.memoryUsage.rss();
  return answered;
}

process.on("message", (question: Question) => process.send?.(answer(question)));
process.once("disconnect", () => process.exit());
process.channel?.unref();

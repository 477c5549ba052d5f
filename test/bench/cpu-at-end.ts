/** Loaded before a process's own code: prints at its end, as its last line, the CPU time and memory that it took. */
process.once("exit", () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  console.log(JSON.stringify({ cpuMs: (user + system) / 1000, highestBytes: maxRSS * 1024 }));
});

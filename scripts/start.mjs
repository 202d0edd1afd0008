// npm runs a script in a shell, which dies of a SIGTERM without passing it on. So that no server is left behind on its
// port, this process ends with the shell that started it.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 250).unref();

await import('../dist/local-server/cli.js');

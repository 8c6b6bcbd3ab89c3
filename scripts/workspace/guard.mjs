// Outlives its parent by moments: when the parent is gone, however it went
// (kill -9 included), it ends the process groups that the parent left.

const groups = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {});
}
process.on('message', ({ started, ended }) => {
  if (started) groups.add(started);
  if (ended) groups.delete(ended);
});
process.on('disconnect', () => {
  signalGroups('SIGTERM');
  if (groups.size === 0) process.exit();
  setTimeout(() => {
    signalGroups('SIGKILL');
    process.exit();
  }, 3000);
});

function signalGroups(signal) {
  for (const group of groups) {
    try {
      process.kill(-group, signal);
    } catch {
      groups.delete(group);
    }
  }
}

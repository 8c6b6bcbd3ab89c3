/** One line for the user. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

#!/usr/bin/env node
import { checkFiles, rules, sourceFiles } from './boundaries/checkFiles.mjs';
import { root } from './workspace/root.mjs';

// Checks the import directions and the shape of every source file.
// With a folder as argument it checks the repository there.
const files = sourceFiles(process.argv[2] || root);
const violations = checkFiles(files);
for (const { path, line, rule, message } of violations) {
  process.stderr.write(`${path}:${line} ${rule}: ${message}\n`);
}
process.stdout.write(
  `boundaries: ${files.length} files, ${rules.length} rules, ${violations.length} violations\n`,
);
process.exitCode = violations.length === 0 ? 0 : 1;

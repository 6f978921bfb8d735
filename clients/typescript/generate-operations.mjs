// `node generate-operations.mjs openapi.yaml operations.ts`: which request each operation of the contract is. The
// contract is written by the service in one layout, so its lines tell.
import { readFileSync, writeFileSync } from "node:fs";

const [contract, output] = process.argv.slice(2);
const operations = [];
let path, method;
for (const line of readFileSync(contract, "utf8").split("\n")) {
  // Messages to webhooks come after all paths, and are no requests of a client.
  if (line === "webhooks:") break;
  path = /^  (\/\S*):$/.exec(line)?.[1] ?? path;
  method = /^    (get|post|put|patch|delete):$/.exec(line)?.[1] ?? method;
  const name = /^      operationId: (\w+)$/.exec(line)?.[1];
  if (name) operations.push(`  ${name}: ["${method.toUpperCase()}", "${path}"],`);
}
writeFileSync(
  output,
  `// Written by generate-operations.mjs.\nexport const OPERATIONS = {\n${operations.join("\n")}\n} as const;\n`,
);

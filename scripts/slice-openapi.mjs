/**
 * Makes `src/sandbox/openapi/slice.json`: the operations and webhooks named in `operations.json`, with all
 * schemas they reach, out of GitHub's OpenAPI description (npm package `@octokit/openapi`, 385 MB unpacked,
 * therefore fetched to a temporary folder and not a dependency).
 *
 *   node scripts/slice-openapi.mjs [version]
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { amendOpenapi } from "./slice-openapi-amend.mjs";
import { toJsonSchema, toStrictSchema } from "./slice-openapi-schema.mjs";

const folder = new URL("../src/sandbox/openapi/", import.meta.url);
const version = process.argv[2] ?? "23.0.2";
const wanted = JSON.parse(readFileSync(new URL("operations.json", folder), "utf8"));
const openapi = fetchOpenapi(version);
amendOpenapi(openapi);

const operations = sliceOperations(wanted.operations);
const webhooks = sliceWebhooks(wanted.webhooks);
const schemas = collectSchemas([operations, webhooks]);
const slice = { source: `@octokit/openapi ${version}`, operations, webhooks, schemas };
writeFileSync(new URL("slice.json", folder), `${JSON.stringify(slice)}\n`);

function fetchOpenapi(packageVersion) {
  const temporary = mkdtempSync(join(tmpdir(), "openapi-"));
  try {
    const packed = execFileSync("npm", ["pack", "--silent", `@octokit/openapi@${packageVersion}`], {
      cwd: temporary,
      encoding: "utf8",
    }).trim();
    const member = "package/generated/api.github.com.json";
    execFileSync("tar", ["xzf", packed, member], { cwd: temporary });
    return JSON.parse(readFileSync(join(temporary, member), "utf8"));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function sliceOperations(ids) {
  const found = {};
  for (const [path, methods] of Object.entries(openapi.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (!ids.includes(operation.operationId)) continue;
      found[operation.operationId] = sliceOperation(method.toUpperCase(), path, operation);
    }
  }
  const missing = ids.filter((id) => !(id in found));
  if (missing.length > 0) throw new Error(`Not in the description: ${missing.join(", ")}`);
  return Object.fromEntries(ids.map((id) => [id, found[id]]));
}

function sliceOperation(method, path, operation) {
  const parameters = (operation.parameters ?? []).map(resolve);
  const query = parameters.filter((parameter) => parameter.in === "query");
  const content = operation.requestBody?.content;
  const body = content && Object.values(content)[0].schema;
  const isBodyRequired = operation.requestBody?.required === true;
  const multiSegment = parameters.filter((one) => one["x-multi-segment"]).map((one) => one.name);
  return {
    method,
    path,
    ...(multiSegment.length > 0 && { multiSegment }),
    query: {
      type: "object",
      properties: Object.fromEntries(query.map((one) => [one.name, toJsonSchema(one.schema)])),
      required: query.filter((one) => one.required).map((one) => one.name),
      additionalProperties: false,
    },
    ...(body && { body: toStrictSchema(toJsonSchema(body)), isBodyRequired }),
    responses: Object.fromEntries(
      Object.entries(operation.responses).map(([status, response]) => [
        status,
        sliceResponse(resolve(response)),
      ]),
    ),
  };
}

function sliceResponse(response) {
  const schema = response.content?.["application/json"]?.schema;
  return schema === undefined ? {} : { schema: toJsonSchema(schema) };
}

function sliceWebhooks(names) {
  const slices = names.map((name) => {
    const webhook = openapi["x-webhooks"][name];
    if (webhook === undefined) throw new Error(`No webhook ${name} in the description`);
    return [name, toJsonSchema(webhook.post.requestBody.content["application/json"].schema)];
  });
  return Object.fromEntries(slices);
}

function collectSchemas(roots) {
  const collected = new Map();
  const queue = [...roots];
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    for (const [, name] of JSON.stringify(value).matchAll(/"\$ref":"#\/schemas\/([^"]+)"/g)) {
      if (collected.has(name)) continue;
      const schema = toJsonSchema(openapi.components.schemas[name]);
      collected.set(name, schema);
      queue.push(schema);
    }
  }
  return Object.fromEntries([...collected].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function resolve(value) {
  if (value.$ref === undefined) return value;
  const [, , kind, name] = value.$ref.split("/");
  return resolve(openapi.components[kind][name]);
}

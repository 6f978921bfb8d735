// Against a running service, which QUOTES_SERVER names: two of its articles disagree by a word.
import assert from "node:assert/strict";
import { test } from "node:test";

import { createClient, ProblemError } from "../src/index.js";

const client = createClient({ url: process.env["QUOTES_SERVER"] ?? "http://127.0.0.1:8000" });

test("articles are analyzed", async () => {
  const { articles } = await client.analyzeArticles({ body: { articles: [{ id: "x", text: "It rains." }] } });
  assert.deepEqual(
    articles.map(({ id, text, quotations, metadata_from }) => ({ id, text, quotations, outlet: metadata_from.outlet })),
    [{ id: "x", text: "It rains.", quotations: [], outlet: null }],
  );
});

test("a conflict leads to its statement, its quotations and their articles", async () => {
  const { conflicts } = await client.listConflicts({ query: { kind: "wording" } });
  const conflict = await client.getConflict({ path: { conflict_id: conflicts[0]!.id } });
  assert.equal(conflict.claims.length, 2);
  assert.deepEqual(conflict.articles.map((article) => article.id).sort(), ["a", "b"]);
  assert.ok(conflict.claims[0]!.evidence[0]!.sentence!.exact.includes(conflict.claims[0]!.evidence[0]!.exact));
  const statement = await client.getStatement({ path: { statement_id: conflict.statement_id! } });
  for (const quotation_id of statement.quotation_ids) {
    const quotation = await client.getQuotation({ path: { quotation_id } });
    const article = await client.getArticle({ path: { article_id: quotation.article_id } });
    assert.ok(article.text.includes(quotation.parts[0]!.exact));
  }
});

test("an article is stored and deleted", async () => {
  const headers = { "Idempotency-Key": "typescript" };
  const stored = await client.storeArticle({ body: { text: "It snows.", outlet: "The Post" }, headers });
  assert.equal(stored.outlet, "The Post");
  assert.equal(await client.deleteArticle({ path: { article_id: stored.id } }), undefined);
});

test("what the service refuses is a problem", async () => {
  await assert.rejects(client.getArticle({ path: { article_id: "a/b ü" } }), (error: unknown) => {
    assert.ok(error instanceof ProblemError);
    assert.equal(error.problem.type, "urn:quotes:problem:missing");
    return error.status === 404;
  });
});

test("exports are text, a quotation a line", async () => {
  const lines = (await client.exportQuotations({ query: { format: "jsonl" } })) as string;
  const articles = lines.trimEnd().split("\n").map((line) => JSON.parse(line).article_id);
  assert.deepEqual(articles.sort(), ["a", "b"]);
});

test("the service says how it is", async () => {
  assert.deepEqual(await client.getHealth(), { status: "alive" });
  assert.equal(typeof (await client.getVersion()).version, "string");
});

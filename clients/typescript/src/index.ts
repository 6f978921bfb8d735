// The quotes service in TypeScript: each operation of the contract by its name, over fetch.
import type { components, operations } from "./contract.js";
import { OPERATIONS } from "./operations.js";

export type Schemas = components["schemas"];
export type OperationName = keyof typeof OPERATIONS & keyof operations;

type Parameters<N extends OperationName, Place extends string> = operations[N]["parameters"] extends {
  [place in Place]?: infer Values;
}
  ? NonNullable<Values>
  : never;
type Content<Body> = Body extends { content: infer Media } ? Media[keyof Media] : never;
type BodyOf<N extends OperationName> = operations[N] extends { requestBody: infer Body } ? Content<Body> : never;
type Part<Name extends string, Value> = [Value] extends [never] ? {} : { [name in Name]: Value };
type OptionalPart<Name extends string, Value> = [Value] extends [never] ? {} : { [name in Name]?: Value };

/** What an operation is asked with: the ids in its path, its filters, its body, headers of the request. */
export type RequestOf<N extends OperationName> = Part<"path", Parameters<N, "path">> &
  OptionalPart<"query", Parameters<N, "query">> &
  OptionalPart<"headers", Parameters<N, "header">> &
  Part<"body", BodyOf<N>>;

type Success = 200 | 201 | 202 | 204;
/** What an operation answers: a value, text where it is no JSON, nothing where there is no content. */
export type AnswerOf<N extends OperationName> = {
  [Status in keyof operations[N]["responses"]]: Status extends Success
    ? operations[N]["responses"][Status] extends { content: infer Media }
      ? Media[keyof Media]
      : undefined
    : never;
}[keyof operations[N]["responses"]];

type Call<N extends OperationName> = {} extends RequestOf<N>
  ? (request?: RequestOf<N>) => Promise<AnswerOf<N>>
  : (request: RequestOf<N>) => Promise<AnswerOf<N>>;
export type QuotesClient = { readonly [N in OperationName]: Call<N> };

export interface Options {
  /** Where the service is. */
  url?: string;
  /** The API key, if the service asks for one. */
  key?: string;
  /** How long to wait for an answer, in milliseconds: longer than the service takes at most. */
  timeout?: number;
  fetch?: typeof globalThis.fetch;
}

/** The service refused: its problem document (RFC 9457). */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<Schemas["Problem"]>,
  ) {
    super(`${status}: ${problem.detail ?? problem.title ?? "no reason given"}`);
    this.name = "ProblemError";
  }
}

interface AnyRequest {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A client whose methods are the operations of the contract: `client.analyzeArticles({ body: { articles } })`. */
export function createClient(options: Options = {}): QuotesClient {
  const calls = Object.entries(OPERATIONS).map(([name, [method, path]]) => [
    name,
    (request: AnyRequest = {}) => send(options, method, path, request),
  ]);
  return Object.fromEntries(calls) as QuotesClient;
}

async function send(options: Options, method: string, path: string, request: AnyRequest): Promise<unknown> {
  const headers = new Headers(request.headers);
  if (options.key !== undefined) headers.set("Authorization", `Bearer ${options.key}`);
  // Text is sent as lines of JSON, which a batch consists of.
  const isText = typeof request.body === "string";
  if (request.body !== undefined) headers.set("Content-Type", isText ? "application/x-ndjson" : "application/json");
  const response = await (options.fetch ?? fetch)(address(options, path, request), {
    method,
    headers,
    ...(request.body === undefined ? {} : { body: isText ? (request.body as string) : JSON.stringify(request.body) }),
    signal: AbortSignal.timeout(options.timeout ?? 90_000),
  });
  if (!response.ok) throw new ProblemError(response.status, await problem(response));
  if (response.status === 204) return undefined;
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  return isJson ? response.json() : response.text();
}

function address(options: Options, path: string, request: AnyRequest): string {
  const place = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path?.[name] ?? ""));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const search = query.size > 0 ? `?${query}` : "";
  return `${(options.url ?? "http://127.0.0.1:8000").replace(/\/$/, "")}${place}${search}`;
}

/** What a proxy answers in the service's place is no problem document. */
async function problem(response: Response): Promise<Partial<Schemas["Problem"]>> {
  const isProblem = response.headers.get("Content-Type")?.startsWith("application/problem+json");
  return isProblem ? response.json() : { title: response.statusText };
}

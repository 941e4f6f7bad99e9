/**
 * The environment → one frozen Config. The only file that reads process.env.
 *
 * Takes    the environment, and optionally a .env file for what the environment leaves unset.
 * Returns  the Config; throws one ConfigError with every problem and its cure, before anything is started.
 * Leaves   opening what the values name to store/, policy/, llm/ and the channels.
 *
 * An empty value means unset, also where .env says otherwise: `SLACK_BOT_TOKEN= npm start` switches Slack off.
 * Half a configuration is a problem, not a default: a key without a model, a token without a way in.
 */
import { existsSync, readFileSync } from "node:fs";
import { parse } from "dotenv";
import { z } from "zod";
import { ConfigError, type ConfigProblem } from "./errors.ts";

export interface SlackConfig {
  readonly botToken: string;
  readonly transport:
    | { readonly kind: "socket"; readonly appToken: string }
    | { readonly kind: "http"; readonly signingSecret: string };
  readonly apiUrl?: string;
}

export interface LlmConfig {
  readonly apiKey: string;
  readonly model: string;
  readonly baseUrl?: string;
  readonly embeddingModel?: string;
}

export interface Config {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly staffFile: string;
  /** Absent unless a Slack app is named. */
  readonly slack?: SlackConfig;
  /** Absent unless a model is named. */
  readonly llm?: LlmConfig;
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;
const webAddress = (example: string) =>
  z.url({ protocol: /^https?$/, error: `is no web address: write it as ${example}` }).optional();
const not = (prefix: string, cure: string) =>
  z
    .string()
    .refine((token) => !token.startsWith(prefix), cure)
    .optional();

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)$/s,
      "is neither sqlite:PATH nor postgres://…: try sqlite:var/zhice.sqlite",
    )
    .default("sqlite:var/zhice.sqlite"),
  HOST: z
    .string()
    .regex(
      loopback,
      "is open to other machines, and this console has no sign-in yet: use 127.0.0.1, only this machine may reach it",
    )
    .default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "is no port: use a whole number from 1 to 65535, or 0 for any free one")
    .transform(Number)
    .refine((port) => port <= 65535, "is above 65535: use a lower one")
    .default(3000),
  DATA_DIR: z.string().default("data"),
  STAFF_FILE: z.string().default("data/staff.json"),
  SLACK_BOT_TOKEN: not(
    "xapp-",
    "is an app-level token: that one belongs in SLACK_APP_TOKEN, here goes the one with xoxb-",
  ),
  SLACK_APP_TOKEN: not("xoxb-", "is a bot token: that one belongs in SLACK_BOT_TOKEN, here goes the one with xapp-"),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_API_URL: webAddress("https://slack.com/api/"),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: webAddress("https://api.openai.com/v1"),
  OPENAI_MODEL: z.string().optional(),
  OPENAI_EMBEDDING_MODEL: z.string().optional(),
});
type Environment = z.infer<typeof environment>;
/** Every variable the program knows; .env.example explains each. */
export const variables = Object.keys(environment.shape);

/** Reads and checks every variable; a .env file that does not exist is no problem. */
export function readConfig(env: NodeJS.ProcessEnv = process.env, dotenvFile?: string): Config {
  const merged: NodeJS.ProcessEnv = { ...(dotenvFile === undefined ? {} : dotenvIn(dotenvFile)), ...env };
  const given = new Map<string, string>();
  for (const name of variables) {
    const value = merged[name]?.trim() ?? "";
    if (value !== "") given.set(name, value);
  }

  const read = environment.safeParse(Object.fromEntries(given));
  const wrong = read.success ? [] : read.error.issues.map(problemOf);
  // Checked even when a single value is wrong: the operator hears of everything at once.
  const problems = [...wrong, ...halfConfigured((name) => given.has(name))];
  if (!read.success || problems.length > 0) throw new ConfigError(problems);
  return configOf(read.data);
}

function dotenvIn(file: string): Record<string, string> {
  try {
    return parse(readFileSync(file));
  } catch (cause) {
    if (!existsSync(file)) return {};
    throw new ConfigError([{ variable: file, cure: `cannot be read (${cause}): mend its permissions, or remove it` }]);
  }
}

const problemOf = (issue: z.core.$ZodIssue): ConfigProblem => ({
  variable: issue.path.join("."),
  cure: issue.message,
});

type Name = keyof Environment;
function halfConfigured(has: (name: Name) => boolean): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const missing = (variable: Name, cure: string) => problems.push({ variable, cure });
  const wayIn = has("SLACK_APP_TOKEN") || has("SLACK_SIGNING_SECRET");
  if (has("SLACK_BOT_TOKEN") && !wayIn) {
    missing("SLACK_BOT_TOKEN", "needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it");
  }
  if (wayIn && !has("SLACK_BOT_TOKEN")) {
    missing("SLACK_BOT_TOKEN", "is unset: add it, or leave SLACK_APP_TOKEN and SLACK_SIGNING_SECRET empty as well");
  }
  const model = has("OPENAI_MODEL");
  const server = has("OPENAI_API_KEY") || has("OPENAI_BASE_URL");
  if (server && !model) {
    missing(
      "OPENAI_MODEL",
      "is unset: name the model, or leave OPENAI_API_KEY and OPENAI_BASE_URL empty to do without",
    );
  }
  if (!server && (model || has("OPENAI_EMBEDDING_MODEL"))) {
    missing("OPENAI_API_KEY", "is unset: add it, or OPENAI_BASE_URL for a server that needs no key, or name no model");
  }
  return problems;
}

function configOf(env: Environment): Config {
  const slack = slackOf(env);
  const llm = llmOf(env);
  return Object.freeze({
    databaseUrl: env.DATABASE_URL,
    host: env.HOST,
    port: env.PORT,
    dataDir: env.DATA_DIR,
    staffFile: env.STAFF_FILE,
    ...(slack === undefined ? {} : { slack }),
    ...(llm === undefined ? {} : { llm }),
  });
}

/** With both ways in named, Socket Mode is taken: every Slack app has a signing secret, only some an app token. */
function slackOf(env: Environment): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  const apiUrl = env.SLACK_API_URL === undefined ? {} : { apiUrl: env.SLACK_API_URL };
  if (botToken === undefined) return undefined;
  if (appToken !== undefined) {
    return Object.freeze({ botToken, transport: Object.freeze({ kind: "socket", appToken }), ...apiUrl });
  }
  if (signingSecret === undefined) return undefined;
  return Object.freeze({ botToken, transport: Object.freeze({ kind: "http", signingSecret }), ...apiUrl });
}

function llmOf(env: Environment): LlmConfig | undefined {
  const { OPENAI_MODEL: model, OPENAI_BASE_URL: baseUrl, OPENAI_EMBEDDING_MODEL: embeddingModel } = env;
  if (model === undefined) return undefined;
  return Object.freeze({
    // A local server asks for no key, but its client library does.
    apiKey: env.OPENAI_API_KEY ?? "none",
    model,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(embeddingModel === undefined ? {} : { embeddingModel }),
  });
}

/**
 * The environment: what works unset, what is refused, and that every problem is told at once with its cure.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "dotenv";
import { describe, expect, it } from "vitest";
import { readConfig, variables } from "../src/config.ts";
import { ConfigError } from "../src/errors.ts";
import { temporaryFolder } from "./store/temporary-folder.ts";

const problems = (env: Record<string, string>, dotenvFile?: string) => {
  try {
    readConfig(env, dotenvFile);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ variable, cure }) => `${variable} ${cure}`);
  }
};
const defaults = {
  databaseUrl: "sqlite:var/zhice.sqlite",
  host: "127.0.0.1",
  port: 3000,
  dataDir: "data",
  staffFile: "data/staff.json",
};

describe("the configuration", () => {
  it("is complete with nothing set, and frozen", () => {
    const config = readConfig({});
    expect(config).toEqual(defaults);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it("takes empty and blank values as unset", () =>
    expect(readConfig({ PORT: "", HOST: "  ", SLACK_BOT_TOKEN: "", OPENAI_API_KEY: "" })).toEqual(defaults));

  it("tells all problems at once", () => {
    const found = problems({ PORT: "80a", DATABASE_URL: "mysql://x", OPENAI_API_KEY: "k", SLACK_BOT_TOKEN: "xoxb-1" });
    expect(found.map((problem) => problem.split(" ")[0])).toEqual([
      "DATABASE_URL",
      "PORT",
      "SLACK_BOT_TOKEN",
      "OPENAI_MODEL",
    ]);
  });

  it("never repeats a value, which may be a secret", () =>
    expect(problems({ DATABASE_URL: "mysql://u:geheim@x", SLACK_APP_TOKEN: "xoxb-geheim" }).join()).not.toContain(
      "geheim",
    ));

  it("reads .env.example as it stands, which names every variable and sets none but the defaults", () => {
    const example = new URL("../.env.example", import.meta.url);
    expect(readConfig({}, fileURLToPath(example))).toEqual(defaults);
    expect(Object.keys(parse(readFileSync(example))).toSorted()).toEqual(variables.toSorted());
  });
});

describe("a port", () => {
  for (const PORT of ["0", "80", "65535"]) {
    it(`may be ${PORT}`, () => expect(readConfig({ PORT }).port).toBe(Number(PORT)));
  }
  for (const PORT of ["-1", "3000.5", "65536", "3000abc", "0x50", "1e3"]) {
    it(`is not ${PORT}`, () => expect(problems({ PORT })).toEqual([expect.stringMatching(/^PORT is /)]));
  }
});

describe("a host", () => {
  for (const HOST of ["127.0.0.1", "localhost", "::1", "127.8.8.8"]) {
    it(`may be ${HOST}, which other machines do not reach`, () => expect(readConfig({ HOST }).host).toBe(HOST));
  }
  for (const HOST of ["0.0.0.0", "::", "192.168.1.5", "127.0.0.1.example.test"]) {
    it(`is not ${HOST}, since there is no sign-in yet`, () =>
      expect(problems({ HOST })).toEqual([expect.stringMatching(/no sign-in yet/)]));
  }
});

describe("Slack", () => {
  it("comes by Socket Mode with an app token, also when there is a signing secret", () => {
    const { slack } = readConfig({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1", SLACK_SIGNING_SECRET: "s" });
    expect(slack).toEqual({ botToken: "xoxb-1", transport: { kind: "socket", appToken: "xapp-1" } });
    expect(Object.isFrozen(slack)).toBe(true);
  });

  it("comes by HTTP with a signing secret alone", () =>
    expect(
      readConfig({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s", SLACK_API_URL: "http://127.0.0.1:9/api/" })
        .slack,
    ).toEqual({
      botToken: "xoxb-1",
      transport: { kind: "http", signingSecret: "s" },
      apiUrl: "http://127.0.0.1:9/api/",
    }));

  it("is not half configured", () => {
    expect(problems({ SLACK_BOT_TOKEN: "xoxb-1" })).toEqual([expect.stringMatching(/needs SLACK_APP_TOKEN/)]);
    expect(problems({ SLACK_SIGNING_SECRET: "s" })).toEqual([expect.stringMatching(/^SLACK_BOT_TOKEN is unset/)]);
  });

  it("notices tokens in each other's place", () => {
    const swapped = problems({ SLACK_BOT_TOKEN: "xapp-1", SLACK_APP_TOKEN: "xoxb-1" });
    expect(swapped).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN is an app-level token/),
      expect.stringMatching(/^SLACK_APP_TOKEN is a bot token/),
    ]);
  });
});

describe("a model", () => {
  it("is named with its key, or with the address of a server that needs none", () => {
    expect(readConfig({ OPENAI_API_KEY: "k", OPENAI_MODEL: "m" }).llm).toEqual({ apiKey: "k", model: "m" });
    expect(readConfig({ OPENAI_BASE_URL: "http://127.0.0.1:1/v1", OPENAI_MODEL: "m" }).llm).toMatchObject({
      apiKey: "none",
      baseUrl: "http://127.0.0.1:1/v1",
    });
  });

  it("is not half configured, nor at an address that is none", () => {
    expect(problems({ OPENAI_API_KEY: "k" })).toEqual([expect.stringMatching(/^OPENAI_MODEL is unset/)]);
    expect(problems({ OPENAI_MODEL: "m" })).toEqual([expect.stringMatching(/^OPENAI_API_KEY is unset/)]);
    expect(problems({ OPENAI_EMBEDDING_MODEL: "m" })).toEqual([expect.stringMatching(/^OPENAI_API_KEY is unset/)]);
    for (const OPENAI_BASE_URL of ["api.example.test/v1", "ftp://x.example.test", "javascript:1"]) {
      expect(problems({ OPENAI_API_KEY: "k", OPENAI_MODEL: "m", OPENAI_BASE_URL })).toEqual([
        expect.stringMatching(/^OPENAI_BASE_URL is no web address/),
      ]);
    }
  });
});

describe("a .env file", () => {
  it("gives what the environment leaves unset, and nothing that it empties", () => {
    const file = join(temporaryFolder(), ".env");
    writeFileSync(file, "PORT=4000\nDATA_DIR='my data'\nSTAFF_FILE=s.json\n");
    expect(readConfig({ PORT: "5000", STAFF_FILE: "" }, file)).toMatchObject({
      port: 5000,
      dataDir: "my data",
      staffFile: "data/staff.json",
    });
  });

  it("need not exist, but must be readable if it does", () => {
    const folder = temporaryFolder();
    expect(readConfig({}, join(folder, "none"))).toEqual(defaults);
    expect(problems({}, folder)).toEqual([expect.stringMatching(/cannot be read/)]);
  });
});

import { describe, expect, it } from "vitest";
import { openServer } from "../../../src/channels/web/server.ts";
import { ConfigError } from "../../../src/errors.ts";
import { consoleFor } from "./console.ts";

const local = { host: "127.0.0.1", port: 0 };

describe("the server", () => {
  it("answers on this machine until it is closed", async () => {
    const server = await openServer({ app: consoleFor().app, ...local });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect((await fetch(server.url)).status).toBe(200);
    await server.close();
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it("leaves a path to whoever asked for it, and the rest to the console", async () => {
    const others = {
      "/slack/events": (_request: unknown, response: { end: (text: string) => void }) => response.end("slack"),
    };
    const server = await openServer({ app: consoleFor().app, ...local, others });
    expect(await (await fetch(`${server.url}/slack/events?x=1`, { method: "POST" })).text()).toBe("slack");
    expect((await fetch(`${server.url}/slack`)).status).toBe(404);
    await server.close();
  });

  it("names the port that is taken, and what to do", async () => {
    const first = await openServer({ app: consoleFor().app, ...local });
    const port = Number(new URL(first.url).port);
    await expect(openServer({ app: consoleFor().app, host: "127.0.0.1", port })).rejects.toThrow(ConfigError);
    await expect(openServer({ app: consoleFor().app, host: "127.0.0.1", port })).rejects.toThrow(`${port} is taken`);
    await first.close();
  });
});

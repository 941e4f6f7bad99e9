import { describe, expect, it } from "vitest";
import { consoleFor } from "./console.ts";

const status = async (url: string, headers: Record<string, string> = {}, method = "GET") =>
  (await consoleFor().app.request(url, { method, headers })).status;
const posted = (headers: Record<string, string>) =>
  status("http://127.0.0.1:3000/talk/new", { host: "127.0.0.1:3000", ...headers }, "POST");

describe("the guard of the console", () => {
  it.each(["127.0.0.1:3000", "localhost:3000", "[::1]:3000", "LOCALHOST"])(
    "lets this machine in as %s",
    async (host) => {
      expect(await status(`http://${host}/`, { host })).toBe(200);
    },
  );

  it.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:3000", "192.168.1.7:3000", "a@b/c", ""])(
    "refuses the name %j, which a rebound page would use",
    async (host) => expect(await status("http://127.0.0.1:3000/", { host })).toBe(403),
  );

  it("refuses another name in the address itself", async () => {
    expect(await status("http://evil.example/", { host: "127.0.0.1:3000" })).toBe(403);
  });

  it("refuses what another machine or a proxy sends", async () => {
    const { app } = consoleFor();
    const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
    expect((await app.request("/", {}, from("192.168.1.9"))).status).toBe(403);
    expect((await app.request("/", {}, from("::ffff:127.0.0.1"))).status).toBe(200);
    expect(await status("/", { "x-forwarded-for": "8.8.8.8" })).toBe(403);
  });

  it("takes forms from its own pages", async () => {
    expect(await posted({ origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" })).toBe(303);
    expect(await posted({})).toBe(303);
  });

  it.each([
    { origin: "http://evil.example" },
    { origin: "null" },
    { origin: "http://127.0.0.1:4000" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:3000" },
  ])("refuses a form with %j", async (headers) => expect(await posted(headers)).toBe(403));

  it("sends its policy with every answer, also with a refusal", async () => {
    for (const path of ["/", "/assets/console.js", "http://evil.example/"]) {
      const { headers } = await consoleFor().app.request(path);
      expect(headers.get("content-security-policy")).toContain("default-src 'self'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("gives cookies to its own pages alone, and no new dialogue to who follows a link from elsewhere", async () => {
    const { app } = consoleFor();
    const [cookie = ""] = (await app.request("/")).headers.getSetCookie();
    expect(cookie).toMatch(/^zhice_talk=[\da-f-]{36};.*HttpOnly; SameSite=Strict$/u);
    expect((await app.request("/", { headers: { "sec-fetch-site": "cross-site" } })).headers.getSetCookie()).toEqual(
      [],
    );
  });
});

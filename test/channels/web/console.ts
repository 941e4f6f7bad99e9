/**
 * A console for tests: a small library, a fake assistant, requests in memory.
 *
 * Takes    replies by what is said. Returns the app, a browser that keeps cookies, and the turns the assistant saw.
 */
import { type ConsoleParts, consoleApp } from "../../../src/channels/web/app.ts";
import { openCitation } from "../../../src/policy/citation.ts";
import { readDocument } from "../../../src/policy/document.ts";
import { libraryOf } from "../../../src/policy/library.ts";
import { fakeAssistant, keyuan, noon, type reply, speakers } from "../fake-assistant.ts";

const text = `---
id: demo-2020
title: "某局<管理>制度"
unit: demo
issuer: "某局"
number: null
issued: "2020-10-08"
effective: null
kind: regulation
language: zh-Hans
from: "测试"
---

某局<管理>制度

一、请假

(一)事假。一天以内由科长批准。

(二)病假。三天以上要有<b>证明</b>。

二、差旅

| 地区 | 省内 | |
| --- | --- | --- |
| | 内地 | 其他 |
| 标准 | 100 | 120 |
`;

export const library = libraryOf([readDocument(text, "demo-2020.md")]);

type Replies = Readonly<Record<string, ReturnType<typeof reply>>>;

export function consoleFor(replies: Replies = {}, more: Partial<ConsoleParts> = {}) {
  const assistant = fakeAssistant(replies);
  const reported: unknown[] = [];
  const app = consoleApp({
    assistant,
    library,
    opened: (citation) => openCitation(library, citation),
    speakers,
    speaker: keyuan,
    requests: async () => ({ mine: [], waiting: [] }),
    printer: { prints: () => false, paperFor: async () => undefined },
    exporter: {
      scope: () => "own",
      sheet: async ({ what }) => ({ kind: "refused", what, why: "not-yours", sources: [] }),
    },
    guide: "# 指南\n\n可以问制度。\n\n## 更多\n\n<b>不是标签</b>",
    now: () => noon,
    report: (cause) => reported.push(cause),
    ...more,
  });
  const cookies = new Map<string, string>();
  const request = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await app.request(path, { ...init, headers: { cookie, ...init.headers } });
    for (const one of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (one.split(";")[0] ?? "").split("=");
      cookies.set(name, value);
    }
    return answer;
  };
  return {
    app,
    turns: assistant.turns,
    reported,
    get: (path: string, headers: Record<string, string> = {}) => request(path, { headers }),
    post: (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
      request(path, { method: "POST", body: new URLSearchParams(form), headers }),
    page: async (path: string) => (await request(path)).text(),
  };
}

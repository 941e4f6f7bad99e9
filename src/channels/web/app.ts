/**
 * The console: its pages and forms, as one Hono app that answers `app.request(...)` without a port.
 *
 * Takes    the assistant, the library to show, who may speak, a reading of the requests, the guide, and the clock.
 * Returns  the app. A form becomes a turn, and its reply a page or, for htmx, the new exchange alone.
 * Leaves   all meaning to the assistant. Pages are read without asking it: looking at a list changes no dialogue.
 */
import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { html, raw } from "hono/html";
import type { Asked, Assistant, OfficeRequest } from "../../assistant.ts";
import type { Exporter } from "../../exports/exporter.ts";
import { momentOf } from "../../lib/dates.ts";
import type { Printer } from "../../papers/printer.ts";
import type { Citation, Opened } from "../../policy/citation.ts";
import type { Library } from "../../policy/library.ts";
import { pageHtml } from "../markdown-html.ts";
import { type Speaker, speakerOf } from "../speaker.ts";
import { assetRoutes } from "./assets.ts";
import { documentsPage, documentView } from "./documents-page.ts";
import { exchangeView, problemView } from "./exchange-view.ts";
import { exportRoutes } from "./export-pages.ts";
import { guard } from "./guard.ts";
import { type Markup, type Page, page } from "./layout.ts";
import { type Notices, noticesView } from "./notices-view.ts";
import { paperRoutes } from "./paper-pages.ts";
import { requestsPage } from "./requests-page.ts";
import { talkPage } from "./talk-page.ts";
import { openTalks } from "./talks.ts";
import { pathOf, readTurnForm } from "./turn-form.ts";
import { beginTalk, rememberSpeaker, type Visitor, visitorOf } from "./visitor.ts";
import { problemLabels } from "./web-labels.ts";

export interface ConsoleParts {
  readonly assistant: Assistant;
  readonly library: Pick<Library, "documents">;
  /** A cited clause in the version that holds what was quoted; undefined for a document that never was. */
  readonly opened: (citation: Citation) => Opened | undefined;
  readonly speakers: readonly Speaker[];
  /** Who speaks until the visitor chooses. */
  readonly speaker: Speaker;
  readonly requests: (speaker: string) => Promise<{
    readonly mine: readonly OfficeRequest[];
    readonly waiting: readonly OfficeRequest[];
    /** What the log has to remark on one that waits, by its id. */
    readonly remarks?: ReadonlyMap<string, readonly string[]>;
    /** Who stands in today for the next step of one's own request, by its id. */
    readonly steads?: ReadonlyMap<string, string>;
  }>;
  /** The papers of requests, and who may have them. */
  readonly printer: Pick<Printer, "prints" | "paperFor">;
  /** What may be exported, and by whom. */
  readonly exporter: Exporter;
  /** Markdown. */
  readonly guide: string;
  readonly now: () => string;
  /** Where the cause of a failure goes: the visitor sees only that there was one. */
  readonly report: (cause: unknown) => void;
}

const mostBytes = 200 * 1024;
const mostNotices = 10;

export function consoleApp(parts: ConsoleParts): Hono {
  const { assistant, library, speakers, requests, printer, guide, now } = parts;
  const talks = openTalks();
  const app = new Hono();
  const visitor = (c: Context): Visitor => visitorOf(c, speakers, parts.speaker);
  const show = (c: Context, title: string, place: Page["place"], content: Markup, status: 200 | 404 = 200) =>
    c.html(page({ title, place, content, speakers, speaker: visitor(c).speaker }), status);
  const problem = (c: Context, text: string, status: 400 | 403 | 404 | 413 | 500) =>
    isHtmx(c)
      ? c.html(problemView(text), status)
      : c.html(
          page({
            title: "出错了",
            place: "talk",
            content: html`<div class="sheet">${problemView(text)}<p><a href="/">回到对话</a></p></div>`,
            speakers,
            speaker: parts.speaker,
          }),
          status,
        );

  app.get("/healthz", (c) => c.text("ok"));
  app.use(guard);
  app.use(bodyLimit({ maxSize: mostBytes, onError: (c) => problem(c, problemLabels.tooLarge, 413) }));
  app.route("/assets", assetRoutes());

  /** What the visitor is to be told, shown by the page that is about to be sent; who opens a page has just come. */
  const noticesOf = async (c: Context, opening: Pick<Asked, "arriving"> = {}): Promise<Notices> => {
    const asked = { to: visitor(c).speaker.id, now: now(), most: mostNotices, ...opening };
    const before = await assistant.toldBefore(asked);
    // A browser that fetches ahead, or asks for the head alone, shows nobody anything.
    if (c.req.method === "HEAD" || c.req.header("sec-purpose")?.includes("prefetch")) return { fresh: [], before };
    const fresh = await assistant.tell(asked);
    const keys = fresh.map(({ key }) => key);
    if (keys.length > 0) await assistant.told(keys, asked.now);
    return { fresh, before };
  };

  app.get("/", async (c) => {
    const notices = noticesView(await noticesOf(c, { arriving: true }));
    return show(c, "对话", "talk", talkPage(talks.of(visitor(c).conversation), notices));
  });
  app.get("/guide", (c) => {
    const content = html`<div class="sheet words">${raw(pageHtml(guide))}</div>`;
    return show(c, "指南", "guide", content);
  });
  app.get("/documents", (c) => show(c, "文件", "documents", documentsPage(library.documents)));
  app.get("/documents/:id", (c) => {
    const { clause, words } = c.req.query();
    const opened = parts.opened({ doc: c.req.param("id"), clause, words });
    if (opened === undefined) return problem(c, problemLabels.noDocument, 404);
    const view = documentView(opened);
    if (isHtmx(c)) return c.html(view);
    const status = opened.lost === "clause" ? 404 : 200;
    return show(c, opened.document.title, "documents", html`<div class="sheet">${view}</div>`, status);
  });
  app.get("/requests", async (c) => {
    const { speaker, conversation } = visitor(c);
    const lists = await requests(speaker.id);
    const outcome = c.req.query("done") === undefined ? undefined : talks.of(conversation).at(-1)?.reply;
    const notices = noticesView(await noticesOf(c, { arriving: true }));
    const today = momentOf(now()).date;
    const view = { ...lists, speakers, viewer: speaker.id, today, outcome, notices, prints: printer.prints };
    return show(c, "申请", "requests", requestsPage(view));
  });
  app.route(
    "/requests",
    paperRoutes({
      paperFor: printer.paperFor,
      reader: (c) => visitor(c).speaker.id,
      missing: (c) => problem(c, problemLabels.noRequest, 404),
    }),
  );
  app.route(
    "/exports",
    exportRoutes({
      exporter: parts.exporter,
      reader: (c) => visitor(c).speaker,
      speakers,
      now,
      show: (c, title, content) => show(c, title, "requests", content),
      problem,
    }),
  );

  app.post("/turns", async (c) => {
    const form = readTurnForm(await c.req.parseBody());
    if (form.kind !== "turn") {
      return form.kind === "bad" ? problem(c, problemLabels.badForm, 400) : problem(c, problemLabels.tooLong, 413);
    }
    const { speaker, conversation } = visitor(c);
    const { text, action } = form;
    const turn = { id: randomUUID(), conversation, as: speaker.id, now: now(), text };
    const reply = await assistant.handle(action === undefined ? turn : { ...turn, action });
    const asked = reply.unkept === true ? problemLabels.unkept : text;
    talks.add(conversation, { asked, reply });
    if (reply.notices !== undefined) await assistant.told(reply.notices, turn.now);
    if (isHtmx(c)) return c.html(html`${exchangeView({ asked, reply })}${noticesView(await noticesOf(c), "beside")}`);
    return c.redirect(form.back === "requests" ? "/requests?done" : "/#composer", 303);
  });
  app.post("/speaker", async (c) => {
    const { as, back } = await c.req.parseBody();
    const speaker = typeof as === "string" ? speakerOf(speakers, as) : undefined;
    if (speaker === undefined) return problem(c, problemLabels.badForm, 400);
    rememberSpeaker(c, speaker);
    return c.redirect(pathOf(back), 303);
  });
  app.post("/talk/new", (c) => {
    beginTalk(c);
    return c.redirect("/", 303);
  });

  app.notFound((c) => problem(c, problemLabels.noPage, 404));
  app.onError((error, c) => {
    parts.report(error);
    return problem(c, problemLabels.broken, 500);
  });
  return app;
}

function isHtmx(c: Context): boolean {
  return c.req.header("hx-request") === "true";
}

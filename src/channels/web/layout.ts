/**
 * The frame of every page: banner, navigation, the choice of speaker.
 *
 * Takes    a title, where we are, who speaks, and the page's own content.
 * Returns  a whole HTML page. Every value passes the `html` tag, which escapes it.
 */
import { html } from "hono/html";
import type { Speaker } from "../speaker.ts";

export type Markup = ReturnType<typeof html>;
export type Place = "talk" | "requests" | "documents" | "guide";

export interface Page {
  readonly title: string;
  readonly place: Place;
  readonly speaker: Speaker;
  readonly speakers: readonly Speaker[];
  readonly content: Markup;
}

const PLACES: readonly (readonly [Place, string, string])[] = [
  ["talk", "/", "对话"],
  ["requests", "/requests", "申请"],
  ["documents", "/documents", "文件"],
  ["guide", "/guide", "指南"],
];

export function page({ title, place, speaker, speakers, content }: Page): Markup {
  return html`<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":false}'>
<title>${title} · 知策</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/console.css">
<script src="/assets/htmx.js" defer></script>
<script src="/assets/console.js" defer></script>
</head>
<body data-place="${place}">
<a class="skip" href="#content">跳到正文</a>
<p class="banner"><strong>演示模式</strong>：可切换身份，勿用于真实审批</p>
<header class="top">
<a class="brand" href="/"><span class="seal" aria-hidden="true">策</span>知策</a>
<nav aria-label="主要页面">${PLACES.map(([name, path, label]) => link(path, label, name === place))}</nav>
<form class="speaker" method="post" action="/speaker">
<label for="as">身份</label>
<select id="as" name="as">${groups(speakers).map(([unit, people]) => group(unit, people, speaker))}</select>
<input type="hidden" name="back" value="${place}">
<button class="quiet">切换</button>
</form>
</header>
<main id="content" tabindex="-1">${content}</main>
</body>
</html>`;
}

function link(path: string, label: string, here: boolean): Markup {
  return here ? html`<a href="${path}" aria-current="page">${label}</a>` : html`<a href="${path}">${label}</a>`;
}

function groups(speakers: readonly Speaker[]): readonly (readonly [string, readonly Speaker[]])[] {
  const units = [...new Set(speakers.map((one) => one.unit))];
  return units.map((unit) => [unit, speakers.filter((one) => one.unit === unit)]);
}

function group(unit: string, people: readonly Speaker[], chosen: Speaker): Markup {
  const options = people.map((one) => {
    const selected = one.id === chosen.id ? html` selected` : "";
    return html`<option value="${one.id}"${selected}>${one.post}</option>`;
  });
  return html`<optgroup label="${unit}">${options}</optgroup>`;
}

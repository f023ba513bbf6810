/** `/phones#<link>,<link>…`: several phones side by side in one browser. New links are signed in first.
 *  A page that the operator names may stand beside them, and another one above them that guides. */
import { h, at } from "/static/phone/dom.js";
import { forget, known, signIn } from "/static/phone/known.js";

async function gather() {
  const links = location.hash.slice(1).split(",").filter(Boolean);
  history.replaceState(null, "", location.pathname);
  if (!links.length) return known();
  for (const { id } of known()) forget(id);
  for (const link of links) await signIn(link).catch(() => null);
  return known();
}

const ALLOWED = "microphone; geolocation; clipboard-write; autoplay";
const panes = new Map();
const phones = await gather();
const { guide, beside, people } = await (await fetch("/phones/beside")).json();

function addPane(name, title, kind, frame) {
  const tab = h("button", { type: "button", role: "tab", onclick: () => bring(name) }, name);
  const pane = h("figure", { class: `pane ${kind}` }, h("figcaption", {}, title), frame);
  panes.set(name, { tab, pane, frame });
}

/** To the front: the one that a small window shows, and the one that stands out in a large one. */
function bring(name) {
  if (!panes.has(name)) return;
  for (const [each, { tab, pane }] of panes) {
    tab.setAttribute("aria-selected", String(each === name));
    pane.classList.toggle("front", each === name);
  }
}

/** `{front: name}` brings a pane to the front; `{fresh: true}` loads the page beside anew. */
function heed({ origin, data }) {
  if (origin !== new URL(guide).origin) return;
  if (typeof data?.front === "string") bring(data.front);
  if (data?.fresh && beside) panes.get(beside.title).frame.src = beside.address;
}

for (const { id, name } of phones) {
  const title = `${name}的手机`;
  addPane(name, people[name] ? [h("b", {}, name), ` · ${people[name]}`] : title, "one-phone", h("iframe", { src: `/phone/${id}/`, title, allow: ALLOWED }));
}
if (beside) addPane(beside.title, h("b", {}, beside.title), "beside", h("iframe", { src: beside.address, title: beside.title }));
if (guide) window.addEventListener("message", heed);

const all = [...panes.values()];
at("main").append(
  h("header", {}, h("img", { src: "/static/icon.svg", alt: "" }), h("h1", {}, "回音"),
    h("p", {}, "事事有回音,件件有落实。下面每一个框都是一部真的手机,随便点、随便说。")),
  guide ? h("iframe", { class: "guide", src: guide, title: "带您走一遍" }) : "",
  h("nav", { class: "tabs", role: "tablist", "aria-label": "看哪一个" }, all.map(({ tab }) => tab)),
  h("div", { class: "row-of-panes" }, all.length ? all.map(({ pane }) => pane) : h("p", {}, "这个浏览器里还没有手机。")));
bring(panes.keys().next().value);

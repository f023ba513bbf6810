/** Entities → elements. Their offsets count UTF-16 units, as strings do here. */
import { h } from "./dom.js";
import { words } from "./words.js";

const SIMPLE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre" };

/** The text with its entities as nodes. `say` sends a command that is tapped; `open` follows a link. */
export function richText(text, entities, { say, open }) {
  return nodes(text, 0, text.length, [...(entities ?? [])], { say, open });
}

function nodes(text, from, to, entities, act) {
  const made = [];
  let position = from;
  while (entities.length) {
    const outer = entities.shift();
    const end = Math.min(outer.offset + outer.length, to);
    if (outer.offset < position) continue;
    made.push(text.slice(position, outer.offset));
    const inside = [];
    while (entities.length && entities[0].offset < end) inside.push(entities.shift());
    made.push(dress(outer, text.slice(outer.offset, end), nodes(text, outer.offset, end, inside, act), act));
    position = end;
  }
  made.push(text.slice(position, to));
  return made;
}

function dress(entity, raw, inner, act) {
  if (SIMPLE[entity.type]) return h(SIMPLE[entity.type], {}, inner);
  if (entity.type === "blockquote") return h("blockquote", {}, inner);
  if (entity.type === "expandable_blockquote") return folded(inner);
  if (entity.type === "spoiler") return spoiler(inner);
  if (entity.type === "bot_command") return h("button", { class: "command", type: "button", onclick: () => act.say(raw) }, inner);
  const address = addressOf(entity, raw);
  return address ? link(address, inner, act) : h("span", {}, inner);
}

function addressOf(entity, raw) {
  if (entity.type === "text_link") return entity.url;
  if (entity.type === "url") return /^[a-z]+:/i.test(raw) ? raw : `https://${raw}`;
  if (entity.type === "email") return `mailto:${raw}`;
  if (entity.type === "phone_number") return `tel:${raw}`;
  return null;
}

function link(address, inner, act) {
  if (!/^(https?|mailto|tel|tg):/i.test(address)) return h("span", {}, inner);
  return h("a", { href: address, rel: "noopener noreferrer", target: "_blank", onclick: (event) => act.open(event, address) }, inner);
}

function spoiler(inner) {
  const hidden = h("button", { class: "spoiler", type: "button", "aria-label": words.spoiler }, inner);
  hidden.addEventListener("click", () => { hidden.classList.add("open"); hidden.removeAttribute("aria-label"); });
  return hidden;
}

function folded(inner) {
  const quote = h("blockquote", { class: "folded", tabindex: "0", role: "button", "aria-expanded": "false" }, inner);
  const unfold = () => { quote.classList.toggle("folded"); quote.setAttribute("aria-expanded", String(!quote.classList.contains("folded"))); };
  quote.addEventListener("click", unfold);
  quote.addEventListener("keydown", ({ key }) => { if (key === "Enter") unfold(); });
  return quote;
}

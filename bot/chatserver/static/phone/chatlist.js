/** The list of chats. */
import { at, h } from "./dom.js";
import { clockTime, dayName } from "./time.js";
import { summary } from "./summary.js";
import { words } from "./words.js";

export function drawChats(chats, current, open) {
  const sorted = [...chats.values()].sort((a, b) => (b.last?.date ?? 0) - (a.last?.date ?? 0));
  const rows = sorted.map((chat) => h("li", {}, row(chat, chat.id === current, open)));
  at("chats").replaceChildren(...(rows.length ? rows : [h("li", { class: "empty" }, words.noChats)]));
}

function row(chat, isCurrent, open) {
  const day = chat.last && dayName(chat.last.date);
  return h("button", { class: "chat-row", type: "button", "aria-current": isCurrent ? "true" : undefined, "data-chat": chat.id, onclick: () => open(chat.id) },
    h("span", { class: "face", "aria-hidden": "true" }, [...chat.title][0] ?? "回"),
    h("span", { class: "chat-name" }, chat.title),
    h("span", { class: "chat-time" }, chat.last ? (day === words.today ? clockTime(chat.last.date) : day) : ""),
    h("span", { class: "chat-last" }, chat.last ? summary(chat.last) ?? "" : ""),
    chat.unread ? h("span", { class: "unread", "aria-label": words.newMessages(chat.unread) }, String(chat.unread)) : h("span"));
}

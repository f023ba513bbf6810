/** The messages of the open chat: drawn once, then changed one by one as events come. */
import { at, h } from "./dom.js";
import { drawMessage } from "./message.js";
import { dayName } from "./time.js";
import { words } from "./words.js";

const NEAR_END = 160;
let shown = []; // messages on the screen, oldest first
let context = { act: null, inGroup: false };

const list = () => at("messages");
const nodeOf = (id) => list().querySelector(`[data-message="${id}"]`);
const nearEnd = () => list().scrollHeight - list().scrollTop - list().clientHeight < NEAR_END;
const toEnd = () => { list().scrollTop = list().scrollHeight; };

/** Keeps the end in view when the room for it changes: a keyboard comes up, the phone is brought to the front. */
let wasNearEnd = true;
list().addEventListener("scroll", () => { if (list().clientHeight) wasNearEnd = nearEnd(); });
new ResizeObserver(() => { if (wasNearEnd) toEnd(); }).observe(list());

export function drawConversation(messages, { act, inGroup }) {
  shown = messages;
  context = { act, inGroup };
  list().replaceChildren(...withDays(messages));
  if (!messages.length) list().append(h("li", { class: "hint" }, words.emptyChat));
  wasNearEnd = true;
  toEnd();
}

export function prepend(messages) {
  const before = list().scrollHeight;
  shown = [...messages, ...shown];
  list().replaceChildren(...withDays(shown));
  list().scrollTop += list().scrollHeight - before;
}

export const oldest = () => shown[0]?.message_id;
export const newest = () => shown[shown.length - 1]?.message_id ?? 0;

/** Put a message in or, where it stands already, show it anew. */
export function upsert(message) {
  const index = shown.findIndex(({ message_id }) => message_id === message.message_id);
  const stay = nearEnd() || message.out;
  if (index >= 0) {
    shown[index] = message;
    nodeOf(message.message_id)?.replaceWith(drawMessage(message, context.act, context));
    if (stay && index === shown.length - 1) toEnd();
    return;
  }
  list().querySelector(":scope > .hint")?.remove();
  const last = shown[shown.length - 1];
  if (!last || dayName(last.date) !== dayName(message.date)) list().append(day(message));
  shown.push(message);
  list().append(drawMessage(message, context.act, { ...context, fresh: true }));
  if (stay) toEnd();
}

export function remove(messageId) {
  shown = shown.filter(({ message_id }) => message_id !== messageId);
  nodeOf(messageId)?.remove();
}

export function scrollTo(messageId) {
  const node = nodeOf(messageId);
  if (!node) return;
  node.scrollIntoView({ block: "center", behavior: "smooth" });
  node.querySelector(".bubble")?.focus();
}

export const find = (messageId) => shown.find(({ message_id }) => message_id === messageId);

function withDays(messages) {
  return messages.flatMap((message, index) => {
    const isNewDay = index === 0 || dayName(messages[index - 1].date) !== dayName(message.date);
    return [...(isNewDay ? [day(message)] : []), drawMessage(message, context.act, context)];
  });
}

const day = (message) => h("li", { class: "day" }, dayName(message.date));

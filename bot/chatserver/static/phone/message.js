/** One message on the screen. */
import { h } from "./dom.js";
import { inlineKeyboard } from "./keyboards.js";
import { attachment } from "./media.js";
import { richText } from "./richtext.js";
import { authorOf, isService, serviceText, summary } from "./summary.js";
import { clockTime } from "./time.js";
import { words } from "./words.js";

/** `act` holds what can be done with it: reply, actions, tap, open, say, copy, show. */
export function drawMessage(message, act, { fresh = false, inGroup = false } = {}) {
  if (isService(message)) {
    return h("li", { class: "service", "data-message": message.message_id }, serviceText(message) ?? words.service.unknown);
  }
  const bubble = h("div", { class: "bubble", tabindex: "0", role: "group", "aria-label": `${message.out ? words.you : authorOf(message)}:${summary(message) ?? ""}` },
    inGroup && !message.out ? h("div", { class: "from" }, authorOf(message)) : null,
    original(message, act), attachment(message, act), body(message, act), stamp(message));
  bubble.addEventListener("click", (event) => { if (!event.target.closest("a,button,audio,video")) act.actions(message); });
  bubble.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== bubble) return;
    event.preventDefault(); // or the same key press would also press the first button of what opens
    act.actions(message);
  });
  return h("li", { class: `message${message.out ? " out" : ""}${fresh ? " fresh" : ""}`, "data-message": message.message_id },
    bubble, inlineKeyboard(message.reply_markup, { ...act, tap: (button, element) => act.tap(message, button, element) }));
}

function original(message, act) {
  const target = message.reply_to_message;
  if (!target || (target.forum_topic_created && target.message_id === message.message_thread_id)) return null;
  return h("button", { class: "reply-to", type: "button", onclick: () => act.show(target.message_id) },
    h("strong", {}, authorOf(target)), h("span", {}, message.quote?.text ?? summary(target) ?? ""));
}

function body(message, act) {
  const text = message.text ?? message.caption;
  return text ? h("div", { class: "body" }, richText(text, message.entities ?? message.caption_entities, act)) : null;
}

function stamp(message) {
  return h("div", { class: "stamp" }, message.edit_date ? `${words.edited} ` : "", h("time", { datetime: new Date(message.date * 1000).toISOString() }, clockTime(message.date)));
}

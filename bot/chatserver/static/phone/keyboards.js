/** The buttons that bots give: under a message, or in place of typing. */
import { h } from "./dom.js";
import { words } from "./words.js";

/** Buttons under a message. `act.tap(button, element)`, `act.open(event, address)`, `act.copy(text)`. */
export function inlineKeyboard(markup, act) {
  if (!markup?.inline_keyboard?.length) return null;
  return h("div", { class: "inline-keyboard" }, markup.inline_keyboard.map((row) => h("div", { class: "inline-row" }, row.map((button) => inlineButton(button, act)))));
}

function inlineButton(button, act) {
  if (button.url) {
    return h("a", { href: button.url, target: "_blank", rel: "noopener noreferrer", "data-style": button.style, onclick: (event) => act.open(event, button.url) }, button.text);
  }
  const press = ({ currentTarget }) => (button.copy_text ? act.copy(button.copy_text.text) : act.tap(button, currentTarget));
  return h("button", { type: "button", "data-style": button.style, onclick: press }, button.text);
}

/** The keyboard in place of typing; null when there is none to show. */
export function replyKeyboard(keyboard, act) {
  if (!keyboard?.keyboard?.length) return null;
  return h("div", { class: "reply-keyboard" }, keyboard.keyboard.map((row) => h("div", { class: "reply-row" }, row.map((button) => replyButton(button, act)))));
}

function replyButton(given, act) {
  const button = typeof given === "string" ? { text: given } : given;
  const press = () => {
    if (button.request_location) act.sendPlace();
    else if (button.request_contact) act.sendContact();
    else act.say(button.text);
  };
  return h("button", { type: "button", onclick: press }, button.text);
}

export const placeholderOf = (keyboard) => keyboard?.input_field_placeholder || words.write;

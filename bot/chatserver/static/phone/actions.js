/** What a person can do in the open chat; each is one call to the server. */
import { choose } from "./dom.js";
import { answerTo, startEditing, takeAnswering } from "./composer.js";
import { scrollTo } from "./conversation.js";
import { alertBox, toast } from "./notices.js";
import { redraw } from "./picture.js";
import { post } from "./server.js";
import { authorOf, summary } from "./summary.js";
import { words } from "./words.js";

const PLACE_TIMEOUT = 15_000;
const EDITABLE_FOR = 48 * 3600;

/** The acts for this chat. `phone` gives the open chat, topic and redraws: {chat, topic, me, openStart, refresh}. */
export function actsFor(phone) {
  const path = () => `chats/${phone.chat().id}`;
  const about = (answering) => ({
    topic: phone.topic() ?? undefined,
    reply_to: answering?.message.message_id,
    quote: answering?.quote || undefined,
  });
  const attempt = (work) => work.catch((error) => toast(error.message));
  const act = {
    say: (text, answering) => post(`${path()}/messages`, { text, ...about(answering) }),
    edit: (message, text) => post(`${path()}/messages/${message.message_id}/edit`, { text }),
    start: () => attempt(post(`${path()}/start`)),
    unblock: () => attempt(post(`${path()}/unblock`).then(phone.refresh)),
    sendFiles: (kind, files, more = {}) => attempt(sendFiles(path(), kind, files, { ...more, ...about(takeAnswering()) })),
    sendPlace: () => navigator.geolocation?.getCurrentPosition(
      ({ coords }) => attempt(post(`${path()}/messages`, { location: { latitude: coords.latitude, longitude: coords.longitude }, ...about(takeAnswering()) })),
      () => toast(words.noPlace), { timeout: PLACE_TIMEOUT }) ?? (navigator.geolocation || toast(words.noPlace)),
    sendContact: () => attempt(offerContact(path(), phone.me(), about(null))),
    tap: (message, button, element) => tap(path(), message, button, element),
    open: (event, address) => openAddress(event, address, phone),
    copy: (text) => navigator.clipboard.writeText(text).then(() => toast(words.copied)),
    show: scrollTo,
    actions: (message) => offerActions(message, phone, act),
  };
  return act;
}

async function sendFiles(path, kind, files, fields) {
  const ready = kind === "photo" ? await Promise.all(files.map(redraw)) : files;
  return post(`${path}/messages`, formOf(kind, ready, fields));
}

function formOf(kind, files, fields) {
  const form = new FormData();
  form.append("kind", kind);
  for (const file of files) form.append("file", file);
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, value);
  return form;
}

async function tap(path, message, button, element) {
  element.setAttribute("aria-busy", "true");
  try {
    await post(`${path}/messages/${message.message_id}/tap`, { data: button.callback_data ?? "" });
  } catch (error) {
    toast(error.message);
  } finally {
    setTimeout(() => element.removeAttribute("aria-busy"), 600);
  }
}

async function offerContact(path, me, fields) {
  if (!(await choose(words.sharePhone, [{ label: words.sharePhoneYes, value: true, strong: true }, { label: words.cancel, value: false }]))) return;
  const number = window.prompt(words.sharePhone) ?? "";
  if (number.trim()) await post(`${path}/messages`, { contact: { phone_number: number.trim(), first_name: me.first_name }, ...fields });
}

function openAddress(event, address, phone) {
  const url = new URL(address, location.href);
  const ours = url.origin === location.origin && url.pathname.match(/^\/start\/(\w+)$/);
  const telegrams = url.hostname === "t.me" && url.pathname.match(/^\/(\w+)$/);
  const bot = (ours ?? telegrams)?.[1];
  if (!bot) return;
  event.preventDefault();
  phone.openStart(bot, url.searchParams.get("start") ?? "").catch((error) => alertBox(error.message));
}

async function offerActions(message, phone, act) {
  const selected = String(window.getSelection()).trim();
  const text = message.text ?? message.caption ?? "";
  const canEdit = message.out && message.text && Date.now() / 1000 - message.date < EDITABLE_FOR;
  const picked = await choose(`${message.out ? words.you : authorOf(message)}:${summary(message) ?? ""}`, [
    ...(phone.chat().can_write ? [{ label: words.reply, value: "reply", strong: true }] : []),
    ...(phone.chat().can_write && selected && text.includes(selected) ? [{ label: words.quote, value: "quote" }] : []),
    ...(text ? [{ label: words.copy, value: "copy" }] : []),
    ...(canEdit ? [{ label: words.edit, value: "edit" }] : []),
    ...(message.out ? [{ label: words.remove, value: "remove", warn: true }] : []),
    { label: words.close, value: null },
  ]);
  if (picked === "reply") answerTo(phone.chat(), act, message);
  if (picked === "quote") answerTo(phone.chat(), act, message, selected);
  if (picked === "copy") act.copy(text);
  if (picked === "edit") startEditing(phone.chat(), act, message);
  if (picked === "remove") await post(`chats/${phone.chat().id}/messages/${message.message_id}/delete`).catch((error) => toast(error.message));
}

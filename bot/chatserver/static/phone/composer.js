/** Where one writes: text, voice, photo, file, place, the bot's own keyboard and its commands. */
import { at, choose, h } from "./dom.js";
import { placeholderOf, replyKeyboard } from "./keyboards.js";
import { toast } from "./notices.js";
import { record } from "./recorder.js";
import { authorOf, summary } from "./summary.js";
import { words } from "./words.js";

let answering = null; // {message, quote} that the next words reply to
let editing = null; // the own message that the next words replace
let drafts = new Map();
let shownChat = null;

const box = () => at("composer").querySelector("textarea");

/** Draw it for this chat. `act`: say, answer, edit, sendFiles, sendPlace, sendContact, start, unblock. */
export function drawComposer(chat, act) {
  if (shownChat !== chat.id) { keepDraft(); answering = editing = null; shownChat = chat.id; }
  const composer = at("composer");
  const typed = box()?.value ?? drafts.get(chat.id) ?? "";
  const focused = document.activeElement === box();
  composer.hidden = false;
  if (chat.blocked) composer.replaceChildren(h("p", { class: "hint" }, words.blocked), h("button", { class: "strong start-big", type: "button", onclick: act.unblock }, words.unblock));
  else if (!chat.can_write) composer.replaceChildren(h("p", { class: "hint" }, words.channelOnly));
  else if (chat.bot && !chat.last) composer.replaceChildren(h("button", { class: "strong start-big", type: "button", onclick: act.start }, words.start));
  else composer.replaceChildren(...[answerBar(chat, act), writeRow(chat, act, typed), forcedOrKeyboard(chat, act)].filter(Boolean));
  if (focused || chat.keyboard?.force_reply) box()?.focus();
}

function keepDraft() {
  if (shownChat !== null && box()) drafts.set(shownChat, box().value);
  if (box()) box().remove();
}

const forcedOrKeyboard = (chat, act) => replyKeyboard(chat.keyboard, act);

function answerBar(chat, act) {
  const target = editing ?? answering?.message;
  if (!target) return null;
  const drop = () => { if (editing) box().value = ""; answering = editing = null; drawComposer(chat, act); box()?.focus(); };
  return h("div", { class: "answering" },
    h("span", {}, `${editing ? words.editing : `${words.answering} ${authorOf(target)}`}:${answering?.quote ?? summary(target) ?? ""}`),
    h("button", { class: "plain", type: "button", onclick: drop }, words.cancel));
}

function writeRow(chat, act, typed) {
  const area = h("textarea", { rows: "1", "aria-label": words.write, placeholder: placeholderOf(chat.keyboard), maxlength: "4096", enterkeyhint: "send" });
  area.value = typed;
  const swap = () => { send.hidden = !area.value.trim(); speak.hidden = !send.hidden; grow(area); };
  const submit = () => sendWords(area, chat, act);
  area.addEventListener("input", swap);
  area.addEventListener("keydown", (event) => onKey(event, submit, chat, act));
  const send = h("button", { class: "strong", type: "button", onclick: submit }, words.send);
  const speak = h("button", { class: "strong", type: "button", onclick: () => speakUp(chat, act) }, words.sound);
  const row = h("div", { class: "write-row" },
    chat.commands?.length ? h("button", { class: "plain", type: "button", "aria-haspopup": "dialog", onclick: () => pickCommand(chat, act) }, words.commands) : null,
    h("button", { class: "plain", type: "button", "aria-haspopup": "dialog", onclick: () => attach(act) }, words.attach),
    area, send, speak);
  swap();
  return row;
}

const grow = (area) => { area.style.height = "auto"; if (area.scrollHeight) area.style.height = `${area.scrollHeight + 3}px`; };

function onKey(event, submit, chat, act) {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); submit(); }
  if (event.key === "Escape" && (answering || editing)) { answering = editing = null; drawComposer(chat, act); box()?.focus(); }
}

async function sendWords(area, chat, act) {
  const text = area.value.trim();
  if (!text) return;
  const aim = { answering, editing };
  area.value = "";
  answering = editing = null;
  drafts.delete(chat.id);
  drawComposer(chat, act);
  box()?.focus();
  try {
    await (aim.editing ? act.edit(aim.editing, text) : act.say(text, aim.answering));
  } catch (error) {
    ({ answering, editing } = aim);
    toast(error.message);
    drawComposer(chat, act);
    if (box()) box().value = text;
  }
}

export function answerTo(chat, act, message, quote) {
  answering = { message, quote };
  editing = null;
  drawComposer(chat, act);
  box()?.focus();
}

export function startEditing(chat, act, message) {
  editing = message;
  answering = null;
  drawComposer(chat, act);
  if (box()) { box().value = message.text; box().dispatchEvent(new Event("input")); box().focus(); }
}

/** What the next thing sent replies to, used up by asking. */
export function takeAnswering() {
  const taken = answering;
  answering = null;
  return taken;
}

async function pickCommand(chat, act) {
  const picked = await choose(words.commands, chat.commands.map(({ command, description }) => ({ label: description || `/${command}`, value: `/${command}` })));
  if (picked) act.say(picked);
}

async function attach(act) {
  const kind = await choose(words.attach, [
    { label: words.photo, value: "photo", strong: true }, { label: words.file, value: "document" }, { label: words.place, value: "place" },
    { label: words.cancel, value: null },
  ]);
  if (kind === "place") act.sendPlace();
  else if (kind) pickFiles(kind, act);
}

function pickFiles(kind, act) {
  const input = h("input", { type: "file", accept: kind === "photo" ? "image/jpeg,image/png,image/webp" : undefined, multiple: true, hidden: true });
  input.addEventListener("change", () => { if (input.files.length) act.sendFiles(kind, [...input.files].slice(0, 10)); input.remove(); });
  document.body.append(input);
  input.click();
}

async function speakUp(chat, act) {
  const showing = h("strong", { role: "status" }, words.recording(0));
  let recording;
  try {
    recording = await record((seconds) => { showing.textContent = words.recording(seconds); });
  } catch {
    toast(words.noMicrophone);
    return;
  }
  const done = async () => {
    const { blob, seconds } = await recording.stop();
    drawComposer(chat, act);
    await act.sendFiles("voice", [new File([blob], "voice.ogg", { type: blob.type })], { duration: seconds });
  };
  const drop = () => { recording.drop(); drawComposer(chat, act); };
  at("composer").replaceChildren(h("div", { class: "recording" }, showing,
    h("button", { class: "plain", type: "button", onclick: drop }, words.recordDrop),
    h("button", { class: "strong", type: "button", onclick: done }, words.recordStop)));
}

/** One page is one phone: what it knows, what it shows, and how events change both. */
import { actsFor } from "./actions.js";
import { drawChats } from "./chatlist.js";
import { drawComposer } from "./composer.js";
import { drawConversation, find, newest, oldest, prepend, remove, upsert } from "./conversation.js";
import { at, choose, h } from "./dom.js";
import { alertBox, chime, countInTitle, notify, toast, wakeSound } from "./notices.js";
import { remember } from "./known.js";
import { follow, get, phoneId, post } from "./server.js";
import { applySettings, openSettings, sounds } from "./settings.js";
import { nameOf, summary } from "./summary.js";
import { words } from "./words.js";

const PAGE = 50;
const TYPING_LASTS = 5000;
const chats = new Map();
let me;
let current = null;
let topic = null;
let early = null; // events of the chat that is being opened, for when it is drawn
let loadingOlder = false;
let typing;

const chat = () => chats.get(current);
const act = actsFor({ chat, topic: () => topic, me: () => me, openStart, refresh: () => refresh(current) });

async function boot() {
  applySettings();
  me = (await get("me")).user;
  at("whoami").textContent = nameOf(me);
  remember(phoneId, nameOf(me));
  const { chats: all, seq } = await get("chats");
  for (const each of all) chats.set(each.id, each);
  redrawList();
  follow(seq, { event: onEvent, up: () => offline(false), down: () => offline(true) });
  bind();
  await fromAddress(all);
}

/** `#chat=12` and `#start=bot:payload` open a chat; alone in the list, a chat opens by itself. */
async function fromAddress(all) {
  const wanted = new URLSearchParams(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
  if (wanted.has("start")) {
    const [bot, ...payload] = wanted.get("start").split(":");
    await openStart(bot, payload.join(":"));
  } else if (chats.has(Number(wanted.get("chat")))) await open(Number(wanted.get("chat")));
  else if (all.length === 1) await open(all[0].id);
}

function bind() {
  at("back").addEventListener("click", showList);
  at("open-settings").addEventListener("click", () => openSettings(() => post("sign-out")));
  at("talk-menu").addEventListener("click", talkMenu);
  at("messages").addEventListener("scroll", () => { if (at("messages").scrollTop < 80) older(); });
  document.addEventListener("pointerdown", wakeSound, { once: true });
  document.addEventListener("visibilitychange", markRead);
  window.addEventListener("keydown", ({ key }) => { if (key === "Escape" && at("phone").dataset.pane === "talk" && document.activeElement === document.body) showList(); });
}

function redrawList() {
  drawChats(chats, current, open);
  countInTitle(chats, nameOf(me) || "回音");
}

function showList() {
  at("phone").dataset.pane = "list";
  current = early = null;
  redrawList();
  at("chats").querySelector("button")?.focus();
}

async function open(id, inTopic = null) {
  current = id;
  topic = inTopic;
  const mine = (early = []);
  at("phone").dataset.pane = "talk";
  drawHeader();
  const { messages } = await get(`chats/${id}/messages?limit=${PAGE}${topic ? `&topic=${topic}` : ""}`);
  if (early !== mine) return;
  early = null;
  drawConversation(messages, { act, inGroup: chat().type !== "private" });
  mine.forEach(change);
  drawComposer(chat(), act);
  redrawList();
  markRead();
}

function drawHeader() {
  at("talk-title").replaceChildren(chat().title);
  at("pinned").hidden = !chat().pinned;
  if (chat().pinned) at("pinned").textContent = words.pinned + (summary(chat().pinned) ?? "");
  const tabs = chat().is_forum ? [{ id: null, name: words.allTopics }, ...chat().topics] : [];
  at("topics").hidden = !tabs.length;
  at("topics").replaceChildren(...tabs.map(({ id, name }) => h("button", { type: "button", role: "tab", "aria-selected": String(id === topic), onclick: () => open(current, id) }, name)));
}

async function older() {
  if (loadingOlder || !oldest() || oldest() === 1) return;
  loadingOlder = true;
  try {
    const { messages } = await get(`chats/${current}/messages?before=${oldest()}&limit=${PAGE}${topic ? `&topic=${topic}` : ""}`);
    if (messages.length) prepend(messages);
    else at("messages").dataset.whole = "yes";
  } finally {
    loadingOlder = false;
  }
}

async function refresh(id) {
  const fresh = await get(`chats/${id}`).catch(({ status }) => (status === 404 || status === 403 ? null : chats.get(id)));
  if (fresh) chats.set(id, fresh);
  else chats.delete(id);
  if (id === current && fresh) { drawHeader(); drawComposer(fresh, act); }
  else if (id === current) showList();
  redrawList();
}

const inView = (message) => topic === null || message.message_thread_id === topic;

async function onEvent(event) {
  if (event.kind === "ended") return ended();
  if (event.kind === "typing") return showTyping(event);
  if (event.kind === "toast") return event.alert ? alertBox(event.text) : event.text && toast(event.text);
  if (event.chat === current) (early ? early.push(event) : change(event));
  if (event.kind === "message") announce(event);
  return refresh(event.chat);
}

/** Bring the open talk up to date. */
function change({ kind, message, message_id: removed }) {
  if (kind === "message" && inView(message)) { upsert(message); markRead(); }
  if (kind === "edited" && find(message.message_id)) upsert(message);
  if (kind === "deleted") remove(removed);
}

function announce({ chat: id, message }) {
  if (message.out) return;
  if (sounds() && (id !== current || document.hidden)) chime();
  notify(chats.get(id)?.title ?? words.you, summary(message) ?? "", () => open(id));
}

function markRead() {
  if (current === null || document.hidden || !newest() || newest() <= (chat()?.read_up_to ?? 0)) return;
  chat().read_up_to = newest();
  chat().unread = 0;
  post(`chats/${current}/read`, { up_to: newest() }).catch(() => {});
  redrawList();
}

function showTyping(event) {
  if (event.chat !== current) return;
  clearTimeout(typing);
  at("talk-title").replaceChildren(chat().title, h("small", {}, words.typing));
  typing = setTimeout(() => chat() && at("talk-title").replaceChildren(chat().title), TYPING_LASTS);
}

async function openStart(username, payload) {
  const opened = await post("chats", { username });
  chats.set(opened.id, opened);
  await open(opened.id);
  if (opened.type === "private") await post(`chats/${opened.id}/start`, { payload });
}

async function talkMenu() {
  if (!chat()) return;
  const isPrivate = chat().type === "private";
  const picked = await choose(chat().title, [
    ...(chat().description ? [{ label: `${words.about}:${chat().description}`, value: null }] : []),
    isPrivate ? { label: words.block, value: "block", warn: true } : { label: words.leave, value: "leave", warn: true },
    { label: words.close, value: null, strong: true },
  ]);
  if (picked) await post(`chats/${current}/${picked}`).then(() => refresh(current)).catch((error) => toast(error.message));
}

function offline(isDown) {
  at("offline").hidden = !isDown;
  at("offline").textContent = words.offline;
}

function ended() {
  document.body.replaceChildren(h("p", { class: "hint" }, words.ended));
}

boot().catch(({ status, message }) => (status === 401 ? ended() : document.body.replaceChildren(h("p", { class: "hint" }, message))));

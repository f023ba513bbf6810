/** Telling that something is there: toasts, the title's count, a sound, the phone's own notification. */
import { at, choose, h } from "./dom.js";
import { words } from "./words.js";

const TOAST_SHOWN = 5000;

export function toast(text) {
  const shown = h("div", { class: "toast" }, text);
  at("toasts").append(shown);
  setTimeout(() => shown.remove(), TOAST_SHOWN);
}

export const alertBox = (text) => choose(text, [{ label: words.close, value: true, strong: true }]);

export function countInTitle(chats, name) {
  const unread = [...chats.values()].reduce((sum, chat) => sum + (chat.unread ?? 0), 0);
  document.title = unread ? `(${unread}) ${name}` : name;
}

let audio;

/** Two soft notes. A browser allows it only after the person touched the page once. */
export function chime() {
  audio ??= new AudioContext();
  if (audio.state === "suspended") return;
  for (const [pitch, start] of [[660, 0], [880, 0.14]]) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.12, audio.currentTime + start);
    loudness.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + start + 0.35);
    tone.connect(loudness).connect(audio.destination);
    tone.start(audio.currentTime + start);
    tone.stop(audio.currentTime + start + 0.4);
  }
}

export function wakeSound() {
  audio ??= new AudioContext();
  if (audio.state === "suspended") audio.resume();
}

export const canNotify = () => "Notification" in window && Notification.permission !== "denied";

export function notify(title, text, open) {
  if (!("Notification" in window) || Notification.permission !== "granted" || !document.hidden) return;
  const shown = new Notification(title, { body: text, icon: "/static/icon.svg", tag: title });
  shown.onclick = () => { window.focus(); open(); shown.close(); };
}

/** How this phone looks and sounds; kept in the browser, for each phone by itself. Elder view is the default. */
import { choose } from "./dom.js";
import { canNotify, toast } from "./notices.js";
import { phoneId } from "./server.js";
import { words } from "./words.js";

const KEY = `huiyin:${phoneId}`;
const SCALES = [1, 1.15, 1.3, 1.5, 1.75];
const chosen = { elder: true, scale: 0, sound: true, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };

export const sounds = () => chosen.sound;

export function applySettings() {
  document.documentElement.classList.toggle("elder", chosen.elder);
  document.documentElement.style.setProperty("--scale", SCALES[chosen.scale]);
}

function change(what) {
  Object.assign(chosen, what);
  localStorage.setItem(KEY, JSON.stringify(chosen));
  applySettings();
}

/** The settings dialog. `leave` signs the phone out. */
export async function openSettings(leave) {
  const picked = await choose(words.settings, [
    { label: words.elderOn, value: { elder: true }, pressed: String(chosen.elder) },
    { label: words.elderOff, value: { elder: false }, pressed: String(!chosen.elder) },
    { label: words.larger, value: { scale: Math.min(chosen.scale + 1, SCALES.length - 1) } },
    { label: words.smaller, value: { scale: Math.max(chosen.scale - 1, 0) } },
    chosen.sound ? { label: words.soundOff, value: { sound: false } } : { label: words.soundOn, value: { sound: true } },
    ...(canNotify() && Notification.permission !== "granted" ? [{ label: words.notify, value: "notify" }] : []),
    { label: words.signOut, value: "leave", warn: true },
    { label: words.close, value: null, strong: true },
  ]);
  if (picked === "notify") await Notification.requestPermission();
  else if (picked === "leave") await signOut(leave);
  else if (picked) change(picked);
}

async function signOut(leave) {
  const sure = await choose(words.signOutSure, [{ label: words.signOutYes, value: true, warn: true }, { label: words.cancel, value: false, strong: true }]);
  if (sure) await leave().catch((error) => toast(error.message));
}

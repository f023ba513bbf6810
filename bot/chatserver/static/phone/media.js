/** Photos, voices, files and places in a message. */
import { h } from "./dom.js";
import { fileAddress } from "./server.js";
import { words } from "./words.js";

export function attachment(message, act) {
  if (message.photo) return photo(message.photo);
  if (message.voice) return h("audio", { controls: true, preload: "none", src: fileAddress(message.voice.file_id), "aria-label": words.voiceSeconds(message.voice.duration) });
  if (message.audio) return h("audio", { controls: true, preload: "none", src: fileAddress(message.audio.file_id) });
  if (message.video_note) return film(message.video_note, "picture round");
  if (message.video ?? message.animation) return film(message.video ?? message.animation, "picture");
  if (message.sticker) return h("img", { class: "sticker", src: fileAddress(message.sticker.file_id), alt: message.sticker.emoji ?? words.sticker });
  if (message.document) return file(message.document);
  if (message.location) return place(message.location, act);
  if (message.contact) return h("a", { class: "attachment", href: `tel:${message.contact.phone_number}` }, `📇 ${message.contact.first_name} ${message.contact.phone_number}`);
  if (message.dice) return h("span", {}, message.dice.emoji);
  return null;
}

function photo(sizes) {
  const largest = sizes[sizes.length - 1];
  const source = fileAddress(largest.file_id);
  return h("button", { class: "picture-button", type: "button", "aria-label": words.photo, onclick: () => enlarge(source) },
    h("img", { class: "picture", src: source, alt: words.photo, width: largest.width, height: largest.height, loading: "lazy" }));
}

function enlarge(source) {
  const dialog = h("dialog", { class: "viewer" }, h("img", { src: source, alt: words.photo }), h("button", { class: "strong", type: "button", onclick: () => dialog.close() }, words.close));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const film = (video, style) => h("video", { class: style, controls: true, preload: "metadata", playsinline: true, src: fileAddress(video.file_id) });

function file(document_) {
  const kilobytes = document_.file_size ? ` (${Math.max(1, Math.round(document_.file_size / 1024))} KB)` : "";
  return h("a", { class: "attachment", href: fileAddress(document_.file_id), download: document_.file_name ?? "" }, `📎 ${document_.file_name ?? words.file}${kilobytes}`);
}

function place({ latitude, longitude }) {
  const spot = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return h("a", { class: "attachment", href: `geo:${latitude},${longitude}` }, `${words.location} ${spot}`);
}

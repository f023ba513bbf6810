/** A message in a few words: for the chat list, a reply's original, a notification. */
import { words } from "./words.js";

const KINDS = [
  ["photo", () => words.photo], ["voice", ({ voice }) => words.voiceSeconds(voice.duration)],
  ["video_note", () => words.videoNote], ["video", () => words.videoNote], ["sticker", () => words.sticker],
  ["location", () => words.location], ["contact", () => words.contact], ["document", ({ document }) => `📎 ${document.file_name ?? ""}`],
  ["audio", () => words.voice], ["animation", () => words.videoNote],
];

export function summary(message) {
  const words_ = message.text ?? message.caption;
  const kind = KINDS.find(([name]) => message[name]);
  if (kind) return words_ ? `${kind[1](message)} ${words_}` : kind[1](message);
  return words_ ?? serviceText(message);
}

export const nameOf = (person) => (person ? [person.first_name, person.last_name].filter(Boolean).join(" ") || person.title : "");
export const authorOf = (message) => nameOf(message.sender_chat ?? message.from) || message.chat?.title || "";

/** What a service message says; null when the message is an ordinary one. */
export function serviceText(message) {
  const say = words.service;
  if (message.new_chat_members) return say.joined(message.new_chat_members.map(nameOf).join("、"));
  if (message.left_chat_member) return say.left(nameOf(message.left_chat_member));
  if (message.forum_topic_created) return say.topicMade(message.forum_topic_created.name);
  if (message.forum_topic_edited) return say.topicEdited(message.forum_topic_edited.name ?? "");
  if (message.forum_topic_closed) return say.topicClosed;
  if (message.forum_topic_reopened) return say.topicReopened;
  if (message.pinned_message) return say.pinnedOne;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return say.upgraded;
  if (message.new_chat_title) return say.titled(message.new_chat_title);
  if (message.group_chat_created || message.supergroup_chat_created || message.channel_chat_created) return say.made;
  return null;
}

const CONTENT = ["text", "photo", "voice", "video_note", "video", "audio", "animation", "document", "sticker", "location", "venue", "contact", "dice"];
export const isService = (message) => !CONTENT.some((name) => message[name]);

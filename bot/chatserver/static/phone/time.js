import { words } from "./words.js";

const clock = new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });
const date = new Intl.DateTimeFormat("zh-CN", { month: "long", day: "numeric", weekday: "short" });

export const clockTime = (seconds) => clock.format(new Date(seconds * 1000));

/** "今天", "昨天" or "11月25日周三". */
export function dayName(seconds) {
  const day = new Date(seconds * 1000).toDateString();
  const now = new Date();
  if (day === now.toDateString()) return words.today;
  now.setDate(now.getDate() - 1);
  return day === now.toDateString() ? words.yesterday : date.format(new Date(seconds * 1000));
}

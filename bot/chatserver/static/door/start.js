/** `/start/<bot>?start=<payload>`: open the bot's chat on a phone of this browser. */
import { h, at } from "/static/phone/dom.js";
import { known } from "/static/phone/known.js";

const bot = location.pathname.split("/").pop();
const payload = new URLSearchParams(location.search).get("start") ?? "";
const address = (id) => `/phone/${id}/#start=${encodeURIComponent(`${bot}:${payload}`)}`;
const phones = known();

function question() {
  if (!phones.length) return [h("p", {}, "这个浏览器里还没有登录过的手机。请先打开联系干部给您的登录链接,再扫一次码。")];
  if (phones.length === 1) return [h("a", { class: "strong", href: address(phones[0].id) }, "打开")];
  return [h("p", {}, "用哪部手机打开?"), ...phones.map(({ id, name }) => h("a", { class: "strong", href: address(id) }, name))];
}
at("main").append(h("img", { src: "/static/icon.svg", alt: "" }), h("h1", {}, "回音"), ...question());

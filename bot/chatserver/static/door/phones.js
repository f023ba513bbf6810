/** `/phones#<link>,<link>…`: several phones side by side in one browser. New links are signed in first. */
import { h, at } from "/static/phone/dom.js";
import { forget, known, signIn } from "/static/phone/known.js";

async function gather() {
  const links = location.hash.slice(1).split(",").filter(Boolean);
  history.replaceState(null, "", location.pathname);
  if (!links.length) return known();
  for (const { id } of known()) forget(id);
  for (const link of links) await signIn(link).catch(() => null);
  return known();
}

const frame = ({ id, name }) => h("figure", { class: "one-phone" }, h("figcaption", {}, `${name}的手机`),
  h("iframe", { src: `/phone/${id}/`, title: `${name}的手机`, allow: "microphone; geolocation; clipboard-write; autoplay" }));

const phones = await gather();
at("main").append(
  h("header", {}, h("img", { src: "/static/icon.svg", alt: "" }), h("h1", {}, "回音"),
    h("p", {}, "事事有回音,件件有落实。下面每一个框都是一部真的手机,随便点、随便说。")),
  h("div", { class: "row-of-phones" }, phones.length ? phones.map(frame) : h("p", {}, "这个浏览器里还没有手机。")));

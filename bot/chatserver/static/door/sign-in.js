/** `/in/<link>`: nothing is used up by opening the page, so that link previews and prefetching do no harm. */
import { h, at } from "/static/phone/dom.js";
import { signIn } from "/static/phone/known.js";

const link = location.pathname.split("/").pop();
history.replaceState(null, "", "/in/");

const status = h("p", { role: "status" }, "点一下,这部手机就能用了。以后直接打开,不用再登录。");
const button = h("button", { class: "strong", type: "button" }, "这是我的手机");
button.addEventListener("click", async () => {
  button.disabled = true;
  try {
    const { phone } = await signIn(link);
    location.replace(`/phone/${phone}/`);
  } catch (error) {
    status.textContent = error.message;
    button.hidden = true;
  }
});
at("main").append(h("img", { src: "/static/icon.svg", alt: "" }), h("h1", {}, "欢迎用回音"), status, button);

/** Make an element: h("button", {class: "strong", onclick: send}, "发送"). Text is always text, never markup. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

export const at = (id) => document.getElementById(id);

/** Show a dialog of big buttons; resolves to the chosen value, or null when it was closed. */
export function choose(title, options) {
  return new Promise((resolve) => {
    const dialog = h("dialog", { "aria-label": title });
    const close = (value) => { dialog.close(); dialog.remove(); resolve(value); };
    const buttons = options.map(({ label, value, strong, warn, pressed }) =>
      h("button", { type: "button", class: `${strong ? "strong" : "plain"}${warn ? " warn" : ""}`, "aria-pressed": pressed,
        onclick: () => close(value) }, label));
    dialog.append(h("h3", {}, title), h("div", { class: "stack" }, buttons));
    dialog.addEventListener("cancel", () => close(null));
    dialog.addEventListener("click", (event) => { if (event.target === dialog) close(null); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

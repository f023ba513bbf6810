/** The pages before a phone: each is drawn by the module that its address names. */
const PAGES = { in: "sign-in.js", start: "start.js", phones: "phones.js" };

const page = location.pathname.split("/")[1];
document.body.className = page === "phones" ? "shelf" : "door";
await import(`./${PAGES[page]}`);

/** The phone's way to the chat server: calls, and the stream of events that mends itself. */
import { words } from "./words.js";

const base = location.pathname.replace(/\/$/, "");

export class Refusal extends Error {
  constructor(status, sentence) { super(sentence); this.status = status; }
}

export async function call(method, path, body) {
  const form = body instanceof FormData;
  let response;
  try {
    response = await fetch(`${base}/${path}`, {
      method,
      headers: form || body === undefined ? {} : { "content-type": "application/json" },
      body: form || body === undefined ? body : JSON.stringify(body),
    });
  } catch {
    throw new Refusal(0, words.failed);
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(response.status, answer.error ?? words.busy);
  return answer;
}

export const get = (path) => call("GET", path);
export const post = (path, body = {}) => call("POST", path, body);
export const fileAddress = (id) => `${base}/files/${encodeURIComponent(id)}`;
export const phoneId = base.split("/").pop();

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

/** Follow events from `after` on. `on.event`, `on.up` and `on.down` are called; a break is mended with growing waits. */
export function follow(after, on) {
  let seq = after;
  let wait = FIRST_WAIT;
  const connect = () => {
    const address = new URL(`${base}/events?after=${seq}`, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    const socket = new WebSocket(address);
    socket.onopen = () => { wait = FIRST_WAIT; on.up(); };
    socket.onmessage = ({ data }) => {
      const event = JSON.parse(data);
      if (event.seq) seq = event.seq;
      on.event(event);
    };
    socket.onclose = async ({ code }) => {
      if (code === 4401 || code === 1008) { on.event({ kind: "ended" }); return; }
      on.down();
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };
  connect();
}

/** The phones of this browser: their ids and names, never their tokens (those are cookies that scripts cannot read). */
const KEY = "huiyin:phones";

export const known = () => JSON.parse(localStorage.getItem(KEY) ?? "[]");

export function remember(id, name) {
  localStorage.setItem(KEY, JSON.stringify([...known().filter((each) => each.id !== id), { id, name }]));
}

export function forget(id) {
  localStorage.setItem(KEY, JSON.stringify(known().filter((each) => each.id !== id)));
}

/** Use a one-time link up; resolves to {phone, user}, rejects with the sentence to show. */
export async function signIn(link) {
  const response = await fetch("/phone/sign-in", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ link }) });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? "这会儿有点忙,请稍等一下再试。");
  remember(answer.phone, answer.user.first_name);
  return answer;
}

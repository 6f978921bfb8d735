// Keys for conflicts (j and k move, c confirms, d dismisses, u takes the last judgement back), and who else has one open.
// The desk's pages do all of it without this script, too: by links, forms and reading them again.
"use strict";

const PLACE = "quotes.place";
const LOOK_AGAIN = 60_000;
const cards = [...document.querySelectorAll("article.conflict")];

function here() {
  return cards.findIndex((card) => card.contains(document.activeElement));
}

function go(index) {
  const card = cards[Math.max(0, Math.min(index, cards.length - 1))];
  card.tabIndex = -1;
  card.focus();
  card.scrollIntoView({ block: "nearest" });
}

function judge(status) {
  const index = Math.max(0, here());
  const button = cards[index].querySelector(`.judge button[name="status"][value="${status}"]`);
  if (!button) return;
  button.closest("details").open = true;
  if (!button.form.reportValidity()) return;
  sessionStorage.setItem(PLACE, index);
  button.form.requestSubmit(button);
}

function undo() {
  const index = here();
  const form = (index >= 0 && cards[index].querySelector("form.undo")) || document.querySelector("#undo, form.undo");
  if (!form) return;
  sessionStorage.setItem(PLACE, Math.max(0, index));
  form.requestSubmit();
}

const KEYS = {
  j: () => go(here() + 1),
  k: () => go(here() < 0 ? 0 : here() - 1),
  c: () => judge("confirmed"),
  d: () => judge("dismissed"),
  u: undo,
};

function press(event) {
  const isWriting = event.target.closest("input:not([type=radio], [type=checkbox]), select, textarea");
  if (isWriting || event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key]();
}

async function lookWhoElse(shown) {
  const answer = await fetch(shown.dataset.address);
  if (!answer.ok) return;
  const names = (await answer.text()).split("\n").filter(Boolean);
  shown.textContent = names.length ? `Also viewing: ${names.join(", ")}` : "";
}

if (cards.length || document.querySelector("#undo")) {
  document.addEventListener("keydown", press);
  for (const legend of document.querySelectorAll(".keys")) legend.hidden = !cards.length;
  const place = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (place !== null && cards.length) go(Number(place));
}
for (const shown of document.querySelectorAll(".viewers")) setInterval(lookWhoElse, LOOK_AGAIN, shown);

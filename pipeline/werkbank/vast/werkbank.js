// One stream of events for all tabs of this browser: who holds the lock listens, and tells the others.
const nieuws = document.getElementById("nieuws");
const kanaal = new BroadcastChannel("werkbank");
const toon = () => { if (nieuws && document.hidden) nieuws.hidden = false; };
kanaal.onmessage = toon;
navigator.locks.request("werkbank-stroom", () => new Promise(() => {
  const stroom = new EventSource("/stroom");
  stroom.addEventListener("gedaan", () => { toon(); kanaal.postMessage("gedaan"); });
}));

// What is typed and not saved yet stays in this browser until the server has it.
for (const vak of document.querySelectorAll("textarea[data-bewaar]")) {
  const sleutel = `werkbank ${vak.dataset.bewaar}`;
  const eerder = localStorage.getItem(sleutel);
  const knop = document.getElementById("terughalen");
  if (eerder !== null && eerder !== vak.value && knop) {
    knop.hidden = false;
    knop.querySelector("button").addEventListener("click", () => { vak.value = eerder; knop.hidden = true; });
  } else localStorage.removeItem(sleutel);
  vak.addEventListener("input", () => localStorage.setItem(sleutel, vak.value));
}

// Search over all minutes with the index that pagefind made. Everything else on the site works without this.
const AANTAL = 20;
const formulier = document.getElementById("zoekformulier");
const veld = document.getElementById("zoekvraag");
const stand = document.getElementById("zoekstand");
const lijst = document.getElementById("zoekresultaten");
let pagefind = null;
let beurt = 0;

async function laadIndex() {
  if (!pagefind) {
    pagefind = await import(new URL("zoekindex/pagefind.js", document.baseURI).href);
    await pagefind.options({ baseUrl: new URL(".", document.baseURI).pathname });
  }
  return pagefind;
}

// The excerpt is HTML with <mark>: take over the text and the marks, and nothing else.
function fragment(html) {
  const regel = document.createElement("p");
  for (const knoop of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    if (knoop.nodeName === "MARK") {
      const mark = document.createElement("mark");
      mark.textContent = knoop.textContent;
      regel.append(mark);
    } else {
      regel.append(knoop.textContent);
    }
  }
  return regel;
}

function resultaat(data) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = data.url;
  link.textContent = data.meta.title;
  item.append(link, fragment(data.excerpt));
  return item;
}

function zeg(aantal, vraag) {
  if (!aantal) return `Niets gevonden voor “${vraag}”.`;
  const eerste = aantal > AANTAL ? ` De eerste ${AANTAL} staan hieronder.` : "";
  return `${aantal} ${aantal === 1 ? "resultaat" : "resultaten"} voor “${vraag}”.${eerste}`;
}

async function zoek() {
  const vraag = veld.value.trim();
  const mijnBeurt = ++beurt;
  if (!vraag) {
    lijst.replaceChildren();
    stand.textContent = "";
    return;
  }
  stand.textContent = "Er wordt gezocht…";
  try {
    const gevonden = await (await laadIndex()).search(vraag);
    const gegevens = await Promise.all(gevonden.results.slice(0, AANTAL).map((r) => r.data()));
    if (mijnBeurt !== beurt) return;
    lijst.replaceChildren(...gegevens.map(resultaat));
    stand.textContent = zeg(gevonden.results.length, vraag);
  } catch {
    stand.textContent = "Zoeken lukt nu niet. In het archief vindt u alle verslagen.";
  }
}

formulier.addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  history.replaceState(null, "", `?q=${encodeURIComponent(veld.value.trim())}`);
  zoek();
});
veld.value = new URLSearchParams(location.search).get("q") ?? "";
zoek();

/* Zoeken, beperken en sorteren op één bladzijde. Zonder dit script staat alles er gewoon, op naam. */
(() => {
  const kaal = (tekst) => tekst.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().trim();
  const vorm = document.getElementById("zoeken");
  const veld = vorm.querySelector("input");
  const uitslag = vorm.querySelector("[role=status]");
  const keuzes = [...vorm.querySelectorAll("select")].map((keuze) => ({ keuze, kop: vorm.querySelector(`label[for=${keuze.id}]`).textContent }));
  const groepen = [...document.querySelectorAll("main .groep-zoek")];
  const cellen = (regel) => Object.fromEntries([...regel.querySelectorAll("td[data-kop]")].map((cel) => [cel.dataset.kop, kaal(cel.textContent)]));
  const regels = groepen.flatMap((groep) => [...groep.querySelectorAll("li, tbody tr")])
    .filter((regel) => !regel.parentElement.closest("li, tr"))
    .map((regel) => ({ regel, tekst: kaal(regel.textContent), cellen: cellen(regel) }));
  const vakken = [...document.querySelectorAll("main .groep-zoek details")];
  const open = new Map(vakken.map((vak) => [vak, vak.open]));
  const leeg = (deel) => !deel.querySelector(":is(li, tbody tr):not([hidden])");

  function zoek() {
    const woorden = kaal(veld.value).split(/\s+/).filter(Boolean);
    const gekozen = keuzes.filter(({ keuze }) => keuze.value).map(({ keuze, kop }) => [kop, kaal(keuze.value)]);
    const bezig = woorden.length + gekozen.length > 0;
    let aantal = 0;
    for (const { regel, tekst, cellen } of regels) {
      const past = woorden.every((woord) => tekst.includes(woord)) && gekozen.every(([kop, waarde]) => !(kop in cellen) || cellen[kop] === waarde);
      regel.hidden = !past;
      aantal += past ? 1 : 0;
    }
    for (const vak of vakken) {
      vak.hidden = bezig && leeg(vak);
      vak.open = bezig ? !vak.hidden : open.get(vak);
    }
    for (const groep of groepen) groep.hidden = bezig && leeg(groep);
    uitslag.textContent = !bezig ? "" : aantal === 0 ? "Niets gevonden. Probeer een ander woord." : `${aantal} van ${regels.length} gevonden.`;
  }

  function sorteer(kop, plek) {
    const rij = kop.parentElement;
    const op = kop.getAttribute("aria-sort") !== "ascending";
    for (const ander of rij.children) ander.removeAttribute("aria-sort");
    kop.setAttribute("aria-sort", op ? "ascending" : "descending");
    const romp = kop.closest("table").tBodies[0];
    const vergelijk = new Intl.Collator("nl", { numeric: true }).compare;
    const waarde = (regel) => regel.children[plek].textContent.trim();
    romp.append(...[...romp.rows].sort((een, twee) => (op ? 1 : -1) * vergelijk(waarde(een), waarde(twee))));
  }

  for (const tabel of document.querySelectorAll("main .groep-zoek table")) {
    [...tabel.tHead.rows[0].children].forEach((kop, plek) => {
      if (kop.querySelector("a") || tabel.tBodies[0].rows.length < 2) return;
      const knop = document.createElement("button");
      knop.type = "button";
      knop.className = "sorteer";
      knop.textContent = kop.textContent;
      knop.addEventListener("click", () => sorteer(kop, plek));
      kop.replaceChildren(knop);
    });
  }
  if (regels.length) vorm.hidden = false;
  vorm.addEventListener("input", zoek);
  vorm.addEventListener("submit", (gebeurtenis) => { gebeurtenis.preventDefault(); zoek(); });
})();

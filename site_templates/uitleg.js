/* Zoeken en beperken op één bladzijde. Zonder dit script staat alles er gewoon. */
(() => {
  const vorm = document.getElementById("zoeken");
  const veld = vorm.querySelector("input");
  const keuzes = [...vorm.querySelectorAll("select")];
  const uitslag = vorm.querySelector("[role=status]");
  const kaal = (tekst) => tekst.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const groepen = [...document.querySelectorAll("main .groep-zoek")];
  const regels = groepen.flatMap((groep) => [...groep.querySelectorAll("li, tbody tr")])
    .filter((regel) => !regel.parentElement.closest("li, tr"))
    .map((regel) => ({ regel, tekst: kaal(regel.textContent) }));
  const vakken = [...document.querySelectorAll("main .groep-zoek details")].filter((vak) => !vak.closest("li, tr"));
  const open = new Map(vakken.map((vak) => [vak, vak.open]));
  const leeg = (deel) => !deel.querySelector(":is(li, tbody tr):not([hidden])");

  function zoek() {
    const woorden = kaal(veld.value).split(/\s+/).filter(Boolean);
    const gekozen = keuzes.map((keuze) => kaal(keuze.value)).filter(Boolean).map((waarde) => `\u00b7 ${waarde}`);
    const bezig = woorden.length + gekozen.length > 0;
    let aantal = 0;
    for (const { regel, tekst } of regels) {
      const past = woorden.every((woord) => tekst.includes(woord)) && gekozen.every((waarde) => tekst.includes(waarde));
      regel.hidden = !past;
      aantal += past ? 1 : 0;
    }
    for (const vak of vakken) {
      vak.hidden = bezig && leeg(vak);
      vak.open = bezig ? !vak.hidden : open.get(vak);
    }
    for (const groep of groepen) {
      groep.hidden = bezig && leeg(groep);
      const kop = groep.previousElementSibling;
      if (kop && kop.matches("h2, h3")) kop.hidden = groep.hidden;
    }
    uitslag.textContent = !bezig ? "" : aantal === 0 ? "Niets gevonden. Probeer een ander woord." : `${aantal} van ${regels.length} gevonden.`;
  }

  vorm.hidden = false;
  vorm.addEventListener("input", zoek);
  vorm.addEventListener("submit", (gebeurtenis) => { gebeurtenis.preventDefault(); zoek(); });
  zoek();
})();

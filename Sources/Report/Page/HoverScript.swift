/// Shows the value under the pointer, read from the table that stands below each picture anyway.
///
/// Nothing depends on it. It is written without `<` and `&`, so that the page stays well-formed XML.
let hoverScript: Markup = """
  "use strict";
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  document.body.append(tip);
  for (const plot of document.querySelectorAll(".plot[data-slot]")) {
    const table = plot.closest("figure").querySelector("details table");
    const drawing = plot.querySelector("svg[role=img]");
    const {slot, band, top} = plot.dataset;
    const heads = table.tHead.rows[0].cells;
    drawing.addEventListener("pointerleave", () => { tip.hidden = true; });
    drawing.addEventListener("pointermove", event => {
      const box = drawing.getBoundingClientRect();
      const row = table.tBodies[0].rows[Math.floor((event.clientX - box.left) / slot)];
      const column = 1 + Math.floor((event.clientY - box.top - top) / band);
      const cells = row ? Array.from(row.cells) : [];
      const lines = cells.map((cell, index) => index === 0 ? cell.textContent
        : heads[index].textContent + ": " + cell.textContent);
      const shown = Number(band) === 0 ? lines : column > 0 ? [lines[0], lines[column]] : [];
      tip.hidden = shown.length === 0 || shown.includes(undefined);
      tip.textContent = shown.join("\\n");
      tip.style.left = Math.max(4, Math.min(event.clientX + 14, innerWidth - 200)) + "px";
      tip.style.top = event.clientY + 16 + "px";
    });
  }
  """

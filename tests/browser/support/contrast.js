/** Returns the text with the lowest contrast to its background, by WCAG's formula, and that contrast. */
export function leastContrast(locator) {
  return locator.evaluateAll((boxes) => {
    const parts = (color) => {
      const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
      return { rgb: [red, green, blue], alpha };
    };
    const over = (front, back) => front.rgb.map((value, i) => value * front.alpha + back[i] * (1 - front.alpha));
    const background = (element) => {
      if (!element) return [255, 255, 255];
      const own = parts(getComputedStyle(element).backgroundColor);
      return own.alpha === 1 ? own.rgb : over(own, background(element.parentElement));
    };
    const luminance = (rgb) => {
      const [red, green, blue] = rgb.map((value) => value / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const found = [];
    for (const box of boxes) {
      const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        if (!text.data.trim()) continue;
        const back = background(text.parentElement);
        const [light, dark] = [over(parts(getComputedStyle(text.parentElement).color), back), back].map(luminance).sort((a, b) => b - a);
        found.push({ text: text.data.trim().slice(0, 80), contrast: (light + 0.05) / (dark + 0.05) });
      }
    }
    return found.sort((a, b) => a.contrast - b.contrast)[0];
  });
}

/** Returns the colours of plain text, keywords, texts, numbers and placeholders in blocks of SQL. */
export function coloursOfSql(blocks) {
  return blocks.evaluateAll((pres) =>
    ['', '.k', '.s', '.m', '.o']
      .map((kind) => pres.map((pre) => (kind ? pre.querySelector(kind) : pre)).find(Boolean))
      .map((found) => found && getComputedStyle(found).color),
  );
}

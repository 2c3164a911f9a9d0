/** Lists the kinds of text on a page whose contrast with their background (WCAG's ratio) is below a limit. */
export function contrasts(page, least) {
  return page.evaluate((limit) => {
    const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
    const luminance = (rgb) => {
      const [r, g, b] = rgb.slice(0, 3).map((n) => (n /= 255) <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const background = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const [r, g, b, alpha = 1] = numbers(getComputedStyle(at).backgroundColor);
        if (alpha === 1) {
          return [r, g, b];
        }
      }
      return [255, 255, 255];
    };
    const low = new Map();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (!texts.currentNode.data.trim() || element.closest('svg, script, .skip, [hidden]')) {
        continue;
      }
      const colour = getComputedStyle(element).color;
      const [light, dark] = [luminance(numbers(colour)), luminance(background(element))].sort((one, other) => other - one);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < limit) {
        const kind = `${element.tagName.toLowerCase()}.${element.className} in ${element.parentElement.className}`;
        low.set(kind, `${kind}: ${ratio.toFixed(2)} (${texts.currentNode.data.trim().slice(0, 30)})`);
      }
    }
    return [...low.values()];
  }, least);
}

// Draws the diagrams, and redraws them when the theme changes. Without this script, the page shows their text.
'use strict';
(() => {
  const diagrams = [...document.querySelectorAll('pre.mermaid')].map((element) => ({ element, text: element.textContent }));
  const READABLE = 0.75;
  let round = 0;

  async function draw() {
    const mine = ++round;
    window.mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      theme: window.isDark() ? 'dark' : 'default',
      fontFamily: getComputedStyle(document.body).fontFamily,
    });
    for (const [number, { element, text }] of diagrams.entries()) {
      const { svg } = await window.mermaid.render(`diagram-${number}`, text);
      if (mine !== round) {
        return; // the theme has changed again
      }
      element.innerHTML = svg;
      element.classList.add('drawn');
      element.tabIndex = 0;
      // A wide diagram scrolls instead of shrinking until its text is too small to read.
      const drawing = element.querySelector('svg');
      drawing.style.minWidth = `${parseFloat(drawing.style.maxWidth) * READABLE}px`;
    }
    document.documentElement.dataset.diagrams = 'drawn';
  }

  document.documentElement.addEventListener('themechange', draw);
  draw();
})();

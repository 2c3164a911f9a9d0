// The theme follows the system until the reader switches. It is set before the page is painted.
'use strict';
(() => {
  const KEY = 'ormlab-theme';
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');

  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // the browser stores nothing for this page
    }
  }

  function store(theme) {
    try {
      theme ? localStorage.setItem(KEY, theme) : localStorage.removeItem(KEY);
    } catch {
      // The choice lasts until the next page.
    }
  }

  function show(theme) {
    theme ? (root.dataset.theme = theme) : delete root.dataset.theme;
    root.dispatchEvent(new Event('themechange'));
  }

  window.isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);
  show(stored());
  root.classList.add('scripted');
  system.addEventListener('change', () => root.dispatchEvent(new Event('themechange')));

  document.addEventListener('DOMContentLoaded', () => {
    document.getElementById('theme').addEventListener('click', () => {
      const dark = !window.isDark();
      // A choice that matches the system is not stored, so the page follows the system again.
      const theme = dark === system.matches ? null : dark ? 'dark' : 'light';
      store(theme);
      show(theme);
    });
    const menu = document.getElementById('menu');
    menu.addEventListener('click', () => {
      const open = document.body.classList.toggle('contents-open');
      menu.setAttribute('aria-expanded', String(open));
    });
    const current = document.querySelector('.contents [aria-current]');
    const contents = document.getElementById('contents');
    if (current && current.offsetTop > contents.clientHeight * 0.7) {
      contents.scrollTop = current.offsetTop - contents.clientHeight / 2;
    }
  });
})();

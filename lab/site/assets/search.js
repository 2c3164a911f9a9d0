// Searches all pages. The index is loaded when the reader first focuses the field, so pages load quickly.
'use strict';
(() => {
  const MOST = 12;
  const AROUND = 60;
  const root = document.documentElement.dataset.root;
  const field = document.getElementById('search');
  const results = document.getElementById('results');
  let loading;

  function load() {
    loading ??= new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = root + 'assets/search-index.js';
      script.onload = () => resolve(window.searchIndex.map(entry));
      document.head.append(script);
    });
    return loading;
  }

  function entry([page, heading, url, text]) {
    return { page, heading, url, text, low: text.toLowerCase(), title: `${page} ${heading}`.toLowerCase() };
  }

  /** A section counts if it has every word; words in its heading count most. */
  function score(section, words) {
    let sum = 0;
    for (const word of words) {
      const inTitle = section.title.includes(word);
      const times = section.low.split(word).length - 1;
      if (!inTitle && times === 0) {
        return 0;
      }
      sum += (inTitle ? 20 : 0) + (section.heading.toLowerCase() === word ? 20 : 0) + Math.min(times, 10);
    }
    return sum;
  }

  function marked(text, words) {
    const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi');
    return text.split(pattern).map((part, at) => {
      if (at % 2 === 0) {
        return part;
      }
      const mark = document.createElement('mark');
      mark.textContent = part;
      return mark;
    });
  }

  function excerpt(section, words) {
    const places = words.map((word) => section.low.indexOf(word)).filter((place) => place >= 0);
    const at = places.length ? Math.min(...places) : 0;
    const begin = at > AROUND ? section.text.indexOf(' ', at - AROUND) + 1 : 0;
    const end = section.text.length > at + 2 * AROUND ? section.text.lastIndexOf(' ', at + 2 * AROUND) : section.text.length;
    return (begin ? '… ' : '') + section.text.slice(begin, end) + (end < section.text.length ? ' …' : '');
  }

  function result(section, words) {
    const link = document.createElement('a');
    link.href = root + section.url;
    const title = document.createElement('strong');
    title.append(...marked(section.heading, words));
    const page = document.createElement('small');
    page.textContent = section.page;
    const text = document.createElement('span');
    text.append(...marked(excerpt(section, words), words));
    link.append(title, page, text);
    return link;
  }

  async function search() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const sections = await load();
    const found = sections
      .map((section) => ({ section, score: words.length ? score(section, words) : 0 }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score);
    results.replaceChildren(...found.slice(0, MOST).map(({ section }) => result(section, words)));
    if (found.length === 0) {
      results.textContent = 'Nothing found.';
    }
    results.hidden = words.length === 0;
  }

  function move(event, step) {
    const stops = [field, ...results.querySelectorAll('a')];
    stops[stops.indexOf(document.activeElement) + step]?.focus();
    event.preventDefault();
  }

  field.addEventListener('focus', load, { once: true });
  field.addEventListener('input', search);
  field.parentElement.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      results.hidden = true;
      field.blur();
    } else if (event.key === 'ArrowDown') {
      move(event, 1);
    } else if (event.key === 'ArrowUp') {
      move(event, -1);
    } else if (event.key === 'Enter' && document.activeElement === field) {
      results.querySelector('a')?.click();
    }
  });
  document.addEventListener('click', (event) => {
    if (!field.parentElement.contains(event.target) || event.target.closest('a')) {
      results.hidden = true;
    }
  });
  field.addEventListener('focus', () => (results.hidden = field.value.trim() === '' || results.childNodes.length === 0));
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && document.activeElement !== field) {
      event.preventDefault();
      field.focus();
    }
  });
})();

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The pages of a built web edition, as files: their titles, ids and links. */
export class Site {
  constructor(folder) {
    this.folder = folder;
    this.links = 0;
    this.pictures = 0;
    const names = readdirSync(folder, { recursive: true }).map((name) => name.replaceAll('\\', '/'));
    this.pages = new Map(names.filter((name) => name.endsWith('.html')).map((path) => [path, this.#read(path)]));
  }

  page(path) {
    const page = this.pages.get(path);
    if (!page) {
      throw new Error(`There is no page ${path}. There are: ${[...this.pages.keys()].join(', ')}`);
    }
    return page;
  }

  #read(path) {
    const text = readFileSync(join(this.folder, path), 'utf8');
    return { path, text, title: unescaped(text.match(/<title>(.*?)<\/title>/)[1]), ids: new Set(values(text, 'id')) };
  }

  /** Lists each link to a file or heading that does not exist, and everything that is loaded from elsewhere. */
  broken() {
    return [...this.pages.values()].flatMap((page) => {
      const links = values(page.text, 'href');
      const loaded = values(page.text, 'src');
      this.links += links.length;
      this.pictures += [...page.text.matchAll(/<img [^>]*src=/g)].length;
      const wrong = [...links, ...loaded].filter((link) => !this.#leadsSomewhere(page, link));
      const elsewhere = loaded.filter((link) => /^(?!data:)([a-z]+:|\/\/)/.test(link));
      return [...wrong, ...elsewhere].map((link) => `${page.path}: ${link}`);
    });
  }

  /** Returns the source of each diagram once. */
  diagrams() {
    const found = new Map();
    for (const { path, text } of this.pages.values()) {
      for (const [, code] of text.matchAll(/<pre class="mermaid">([^<]*)<\/pre>/g)) {
        found.set(unescaped(code), path);
      }
    }
    return [...found].map(([text, path]) => ({ text, path }));
  }

  #leadsSomewhere(page, link) {
    if (/^(https?|data):/.test(link)) {
      return true;
    }
    const [path, fragment] = link.split('#');
    const target = path ? posix.join(posix.dirname(page.path), decodeURIComponent(path)) : page.path;
    if (!fragment) {
      return existsSync(join(this.folder, target));
    }
    return this.pages.get(target)?.ids.has(decodeURIComponent(fragment)) ?? false;
  }
}

function values(text, name) {
  return [...text.matchAll(new RegExp(`<[a-z][^>]*?\\s${name}="([^"]*)"`, 'g'))].map((match) => unescaped(match[1]));
}

function unescaped(text) {
  return text.replace(/&#(\d+);|&#x([0-9a-f]+);/gi, (_, decimal, hex) => String.fromCodePoint(decimal ?? parseInt(hex, 16)))
    .replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

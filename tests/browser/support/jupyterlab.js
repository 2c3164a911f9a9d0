import { join } from 'node:path';
import { Notebook } from './notebook.js';

const WIDTH = 1400;
const HEIGHT = 1800;
const OVERLAP = 80;
const MOST_PICTURES = 30;
const SECOND = 1000;

/** The page of JupyterLab, used through menus, mouse and keyboard, like a reader. */
export class JupyterLab {
  /** Opens a file of the project in a new tab, in an empty workspace. */
  static async open(browser, lab, path) {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
    page.setDefaultTimeout(30 * SECOND);
    const jupyter = new JupyterLab(page, lab);
    const address = new URL(path ? `/lab/tree/${path}` : lab.url, lab.url.origin);
    address.searchParams.set('reset', '');
    address.searchParams.set('token', lab.token);
    await page.goto(address.href);
    await page.locator('#jupyterlab-splash').waitFor({ state: 'detached', timeout: 60 * SECOND });
    await jupyter.#closeNews();
    return jupyter;
  }

  constructor(page, lab) {
    this.page = page;
    this.lab = lab;
    this.requestsElsewhere = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (!['data:', 'blob:'].includes(url.protocol) && url.hostname !== lab.url.hostname) {
        this.requestsElsewhere.push(request.url());
      }
    });
  }

  /** Closes the question about news, which JupyterLab asks each new user whatever the settings say. */
  async #closeNews() {
    if (!this.lab.newsAnswered) {
      const no = this.page.locator('.jp-toast-button', { hasText: /^No$/ });
      await no.click({ timeout: 10 * SECOND }).catch(() => {});
      this.lab.newsAnswered = true;
    }
  }

  async notebook() {
    const notebook = new Notebook(this);
    await notebook.ready();
    return notebook;
  }

  /** Chooses from the menus: menu('Run', 'Run All Cells'). */
  async menu(bar, ...items) {
    await this.page.locator('.lm-MenuBar-itemLabel', { hasText: whole(bar) }).click();
    for (const label of items) {
      const item = this.page.locator('.lm-Menu-itemLabel', { hasText: whole(label) });
      await item.hover();
      await item.click();
    }
  }

  /** Chooses the light theme or the dark one. */
  async theme(name) {
    const chosen = this.page.locator(`body[data-jp-theme-light="${name === 'Light'}"]`);
    if ((await chosen.count()) > 0) {
      return;
    }
    await this.menu('Settings', 'Theme', `JupyterLab ${name}`);
    await chosen.waitFor({ state: 'attached' });
  }

  async openFile(path) {
    await this.menu('File', 'Open from Path…');
    await this.page.locator('.jp-Dialog input').fill(path);
    await this.page.locator('.jp-Dialog .jp-mod-accept').click();
    await this.page.locator('.jp-FileEditor .cm-content').waitFor();
  }

  currentTab() {
    return this.page.locator('.lm-DockPanel-tabBar .lm-TabBar-tab.lm-mod-current .lm-TabBar-tabLabel').innerText();
  }

  async showTab(name) {
    await this.page.locator('.lm-DockPanel-tabBar .lm-TabBar-tabLabel', { hasText: name }).click();
  }

  /** Replaces all text of the file in the editor, like a user who selects everything and types. */
  async replaceText(text) {
    await this.page.locator('.jp-FileEditor .cm-content').click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
  }

  async save() {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.lm-DockPanel-tabBar .lm-TabBar-tab.jp-mod-dirty.jp-mod-current').waitFor({ state: 'detached' });
  }

  /** Takes pictures of a notebook from top to bottom, one window at a time: name-1.png, name-2.png … */
  async screenshots(folder, name) {
    const pane = this.page.locator('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer');
    const scrollTo = (top) => pane.evaluate((element, y) => element.scrollTo(0, y), top);
    let top = 0;
    for (let number = 1; number <= MOST_PICTURES; number++) {
      await scrollTo(top);
      await this.page.waitForTimeout(SECOND / 2);
      await this.page.screenshot({ path: join(folder, `${name}-${number}.png`) });
      const below = await pane.evaluate((element) => {
        const end = [...element.querySelectorAll('.jp-Cell')].at(-1).getBoundingClientRect().bottom;
        return end > element.getBoundingClientRect().bottom ? element.clientHeight : 0;
      });
      if (below === 0) {
        return;
      }
      top += below - OVERLAP;
    }
  }

  async close() {
    await this.page.close();
  }
}

export function whole(text) {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

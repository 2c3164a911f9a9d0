/** A visitor of a page that a notebook serves, with a separate browser profile. */
export class Visitor {
  static async come(browser, origin) {
    const visitor = new Visitor(await browser.newContext(), origin);
    visitor.page = await visitor.context.newPage();
    visitor.page.setDefaultTimeout(10_000);
    visitor.page.on('dialog', (dialog) => {
      visitor.scriptsRun.push(dialog.message());
      return dialog.dismiss();
    });
    await visitor.open('/');
    return visitor;
  }

  constructor(context, origin) {
    this.context = context;
    this.origin = origin;
    this.scriptsRun = [];
  }

  async open(path) {
    return (await this.page.goto(this.origin + path)).status();
  }

  /** Types a name and submits the form with its button; returns the text of the next page. */
  async submit(name) {
    await this.page.getByLabel('What is your name?').fill(name);
    await this.page.getByRole('button', { name: 'Submit' }).click();
    await this.page.waitForLoadState('load');
    return this.reads();
  }

  /** Returns the greeting, line by line, without the form. */
  async reads() {
    const lines = await this.page.locator('h1, p[role=alert], h1 ~ p').allInnerTexts();
    return lines.filter((line) => line.trim() !== '');
  }

  /** Sends a request with this visitor's cookies but without a page, as a script might. */
  async send(method, path, form) {
    const reply = await this.context.request.fetch(this.origin + path, { method, form, maxRedirects: 0 });
    return reply.status();
  }

  leave() {
    return this.context.close();
  }
}

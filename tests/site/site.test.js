import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CHECKOUT } from '../browser/support/checkout.js';
import { launch } from '../browser/support/chromium.js';
import { coloursOfSql } from '../browser/support/contrast.js';
import { contrasts } from './contrast.js';
import { Site } from './pages.js';

const READABLE = 4.5;
const MOST_SECONDS = 40; // while other tests run on the machine; alone it takes about five
const SHOTS = process.env.SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'ormlab-screenshots-'));

const PYTHON = `
import pathlib, sys
from lab.problem import Problem
from lab.site import notebook, outputs
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    try:
        notebook.read(path)
    except Problem as problem:
        print(problem)
data = {"text/html": '<b style="color: red; position: fixed" onclick="x()">b</b><script>x()</script><a href="javascript:x()">a</a>'}
print(outputs.Outputs(str).render([{"output_type": "display_data", "data": data}]))`;

function build(folder) {
  return spawnSync('python3', ['lab.py', 'site', folder], { cwd: CHECKOUT, encoding: 'utf8' });
}

describe('The web edition', { concurrency: false }, () => {
  const parent = mkdtempSync(join(tmpdir(), 'ormlab site '));
  const folder = join(parent, 'Übung');
  let site;
  let browser;

  before(async () => {
    mkdirSync(SHOTS, { recursive: true });
    const { status, stdout, stderr } = build(folder);
    assert.equal(status, 0, stdout + stderr);
    const built = Number(stdout.match(/Built \d+ pages in (\d+) s/)[1]);
    assert.ok(built <= MOST_SECONDS, `${built} s`);
    site = new Site(folder);
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    rmSync(parent, { recursive: true, force: true });
  });

  /** Opens a page from the disk. Any error or external request fails the test. */
  async function open(path, options, use) {
    const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...options });
    const page = await context.newPage();
    const wrong = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('requestfailed', (request) => wrong.push(`failed: ${request.url()}`));
    page.on('request', (request) => /^(file|data|blob):/.test(request.url()) || wrong.push(request.url()));
    try {
      await page.goto(pathToFileURL(join(folder, path)).href);
      await use(page);
      assert.deepEqual(wrong, []);
    } finally {
      await context.close();
    }
  }

  const drawn = (page) => page.locator('html[data-diagrams="drawn"]').waitFor({ timeout: 30_000 });

  test('has a page for every notebook and guide, with its title', () => {
    const names = (place, ending) =>
      readdirSync(join(CHECKOUT, place))
        .filter((name) => name.endsWith(ending))
        .map((name) => `${place}/${name.replace(ending, '.html')}`);
    for (const path of [...names('notebooks', '.ipynb'), ...names('docs', '.md')]) {
      assert.match(site.page(path).title, /\w · ormlab$/, path);
    }
    assert.equal(site.page('index.html').title, 'ormlab');
    assert.equal(site.page('notebooks/02c_two_models.html').title, '2c Two models · ormlab');
  });

  test('has no broken link, no lost picture, and loads nothing from elsewhere', () => {
    assert.deepEqual(site.broken(), []);
    assert.ok(site.links > 2000, `only ${site.links} links were found`);
    assert.ok(site.pictures > 0);
  });

  test('keeps every output of every cell', () => {
    for (const name of readdirSync(join(CHECKOUT, 'notebooks')).filter((name) => name.endsWith('.ipynb'))) {
      const { cells } = JSON.parse(readFileSync(join(CHECKOUT, 'notebooks', name), 'utf8'));
      const stored = cells.flatMap((cell) => cell.outputs ?? []);
      const errors = stored.filter((output) => output.output_type === 'error').length;
      const { text } = site.page(`notebooks/${name.replace('.ipynb', '.html')}`);
      const streams = stored.filter((output) => output.output_type === 'stream').length;
      const shown = text.match(/<(?:div|pre) class="output /g)?.length ?? 0;
      assert.ok(shown >= stored.length - streams && shown <= stored.length, `${name}: ${shown} of ${stored.length}`);
      assert.equal(text.match(/class="output error"/g)?.length ?? 0, errors, name);
    }
  });

  for (const colorScheme of ['light', 'dark']) {
    test(`is readable when the system is ${colorScheme}, also on a phone`, async () => {
      await open('notebooks/05c_loading.html', { colorScheme }, async (page) => {
        await drawn(page);
        const diagrams = page.locator('pre.mermaid');
        assert.equal(await diagrams.locator('svg').count(), await diagrams.count());
        assert.match(await diagrams.first().innerText(), /Java[\s\S]*select users/);
        assert.deepEqual(await contrasts(page, READABLE), []);
        const colours = await coloursOfSql(page.locator('.output pre.highlight'));
        assert.equal(new Set(colours).size, 5, colours.join('; '));
        await page.screenshot({ path: join(SHOTS, `site-${colorScheme}.png`) });
      });
      const phone = { colorScheme, viewport: { width: 390, height: 844 } };
      await open('notebooks/03_sessions.html', phone, async (page) => {
        assert.ok((await page.locator('.output.error').count()) > 0);
        assert.deepEqual(await contrasts(page, READABLE), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page is too wide');
        assert.equal(await page.locator('#contents').isVisible(), false);
        await page.locator('#menu').click();
        await page.screenshot({ path: join(SHOTS, `site-phone-${colorScheme}.png`) });
        await page.locator('#contents').getByText('Tables and SQL').click();
        await page.waitForURL(/00b_tables_and_sql/);
      });
    });
  }

  test('switches the theme, keeps the choice on the next page, and draws diagrams in it', async () => {
    await open('notebooks/05_relationships.html', { colorScheme: 'light' }, async (page) => {
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await drawn(page);
      const before = await page.locator('pre.mermaid svg style').first().textContent();
      const light = await background();
      await page.locator('#theme').click();
      assert.notEqual(await background(), light);
      await page.waitForFunction((old) => document.querySelector('pre.mermaid svg style').textContent !== old, before);
      await page.locator('.neighbours [rel=next]').click();
      await page.waitForURL(/05b_both_sides/);
      assert.notEqual(await background(), light);
      await page.locator('#theme').click();
      assert.equal(await background(), light);
    });
  });

  test('finds a section by its words, and goes there', async () => {
    await open('docs/queries.html', {}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('classic mistakes');
      const first = page.locator('#results a').first();
      assert.match(await first.innerText(), /The classic mistakes/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/notebooks\/01_configuration\.html#The-classic-mistakes/);
      await page.locator('#search').fill('xyzzyx');
      await page.getByText('Nothing found.').waitFor();
    });
  });

  test('draws every diagram of every page', async () => {
    await open('notebooks/04_queries.html', {}, async (page) => {
      await drawn(page);
      for (const [number, { path, text }] of site.diagrams().entries()) {
        const svg = await page.evaluate(async ([n, code]) => (await window.mermaid.render(`d${n}`, code)).svg, [number, text]);
        assert.match(svg, /<text|<foreignObject/, path);
        assert.doesNotMatch(svg, /Syntax error/, path);
      }
    });
  });

  test('says in plain words what is wrong with a notebook, and an output cannot run anything', () => {
    const broken = join(parent, 'notebooks', 'broken.ipynb');
    mkdirSync(dirname(broken));
    writeFileSync(broken, '{"cells": [');
    writeFileSync(broken.replace('broken', 'invalid'), '{"cells": [{}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}');
    const said = execFileSync(join(CHECKOUT, '.venv/bin/python'), ['-c', PYTHON, dirname(broken)], { cwd: CHECKOUT, encoding: 'utf8' });
    const [notJson, restore, invalid, , output] = said.trim().split('\n');
    assert.match(notJson, /broken\.ipynb is not a notebook that Jupyter can read: Notebook does not appear to be JSON/);
    assert.equal(restore, 'Restore the file with: git restore notebooks/broken.ipynb');
    assert.match(invalid, /invalid\.ipynb is not a notebook that Jupyter can read: .*missing an expected key: metadata/);
    assert.equal(output, '<div class="output rich"><b style="color: red;">b</b>x()<a>a</a></div>');
  });
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CHECKOUT, copyOfCheckout } from './support/checkout.js';
import { launch } from './support/chromium.js';
import { coloursOfSql, leastContrast } from './support/contrast.js';
import { JupyterLab } from './support/jupyterlab.js';
import { Lab } from './support/lab.js';
import { readNotebook } from './support/stored.js';
import { Visitor } from './support/visitor.js';

// Reference notebooks without a cell to run are not chapters.
const ALL_CHAPTERS = readdirSync(join(CHECKOUT, 'notebooks'))
  .filter((name) => name.endsWith('.ipynb') && hasCode(join(CHECKOUT, 'notebooks', name)))
  .sort();
const CHAPTERS = chosen(process.env.CHAPTERS); // "04 05c" selects only those two
const START = '00_start_here.ipynb';
const PICTURED = '05_relationships.ipynb'; // the README's picture shows its diagram and what follows
const SHOTS = process.env.SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'ormlab-screenshots-'));
const THEME = process.env.THEME ?? 'Light'; // of all pictures
const VIEW = '07b_forms_and_their_dangers.ipynb'; // serves a page
const STORED = '07_view.ipynb'; // with a number in its SQL
const LONGEST_NAME = 64;
const LEAST_CONTRAST = 4.5; // WCAG AA
// Cells for the end of the first chapter, whose outputs are pictured in both themes.
const SHOWN = {
  plan: 'plan(() -> db.query(User.class).filterBy("username", "fred").first())',
  advice: `sql(() -> {
    db.query(User.class).filterBy("username", "fred").first();
    db.query(User.class).filterBy("username", "fred").first();
    return db.query(User.class).orderBy("username").offset(2000).limit(10).all();
})`,
};
const EXERCISE = {
  id: '02.1',
  chapter: '02_models.ipynb',
  file: 'exercises/src/main/java/ch02_models/Country.java',
  solution: 'exercises/catalogue/02.1-country/solution/Country.java',
  mistake: [', unique = true', ''],
};

describe('The workbook in a browser', { concurrency: false }, () => {
  let copy;
  let lab;
  let browser;
  let diagramsSeen = 0;

  before(async () => {
    mkdirSync(SHOTS, { recursive: true });
    console.log(`Screenshots: ${SHOTS}`);
    copy = copyOfCheckout();
    browser = await launch();
    lab = await Lab.start(copy.folder);
    console.log(`First start of lab.py: ${lab.secondsToAddress.toFixed(0)} s`);
  });

  after(async () => {
    await browser?.close();
    await lab?.stop();
    copy?.remove();
  });

  /** Opens a notebook for a test. The page and the kernels end with the test, whatever it does. */
  async function inNotebook(path, use) {
    const jupyter = await JupyterLab.open(browser, lab, path);
    try {
      await jupyter.theme(THEME);
      await use(jupyter, await jupyter.notebook());
    } catch (error) {
      await jupyter.page.screenshot({ path: join(SHOTS, `failed-${basename(path ?? START, '.ipynb')}.png`) });
      throw error;
    } finally {
      await jupyter.close();
      await lab.endKernels();
    }
  }

  test('opens at the first chapter, on this machine only, and asks for the token', async () => {
    assert.equal(lab.url.hostname, '127.0.0.1');
    const stranger = await fetch(new URL('/api/contents', lab.url));
    assert.equal(stranger.status, 403, 'without the token nothing is told');
    await inNotebook(null, async (jupyter, notebook) => {
      assert.equal(await jupyter.currentTab(), START);
      assert.match(await notebook.root.locator('h1').first().innerText(), /\w/);
    });
  });

  for (const chapter of CHAPTERS) {
    const name = basename(chapter, '.ipynb');

    test(`runs all of ${chapter}`, () =>
      inNotebook(`my_notebooks/${chapter}`, async (jupyter, notebook) => {
        const stored = readNotebook(join(copy.folder, 'notebooks', chapter));
        await notebook.runAll();
        await assertNoUnmeantErrors(notebook, stored);
        diagramsSeen += await assertDrawn(notebook, stored);
        await jupyter.screenshots(SHOTS, name);
        assert.deepEqual(jupyter.requestsElsewhere, [], 'the page works offline');
        if (chapter === PICTURED && process.env.SCREENSHOT) {
          await notebook.showDiagram(stored.diagrams[0].index);
          await jupyter.page.screenshot({ path: resolve(CHECKOUT, process.env.SCREENSHOT) });
        }
      }));
  }

  test(`runs all of ${START} twice, in the dark theme`, () =>
    inNotebook(`my_notebooks/${START}`, async (jupyter, notebook) => {
      const stored = readNotebook(join(copy.folder, 'notebooks', START));
      await jupyter.theme('Dark');
      await notebook.runAll();
      await notebook.runAll();
      await assertNoUnmeantErrors(notebook, stored);
      await assertDrawn(notebook, stored);
      const least = await leastContrast(notebook.root.locator('[data-mime-type$=".stderr"], [data-mime-type$=".error"]'));
      assert.ok(least?.contrast >= LEAST_CONTRAST, `an error is hard to read: ${JSON.stringify(least)}`);
      await jupyter.screenshots(SHOTS, `${basename(START, '.ipynb')}-dark`);
      const cells = new Map();
      for (const [name, code] of Object.entries(SHOWN)) {
        cells.set(name, await notebook.typeCell(code));
      }
      for (const theme of ['Dark', 'Light']) {
        await jupyter.theme(theme);
        for (const [name, cell] of cells) {
          await notebook.runCell(cell);
          await pictured(cell, `${name}-${theme.toLowerCase()}`);
        }
        await assertColoured(notebook);
      }
      await jupyter.theme(THEME);
    }));

  /** Takes a picture of a cell and what it shows. */
  async function pictured(cell, name) {
    await cell.locator('.jp-OutputArea-output').first().waitFor();
    await cell.screenshot({ path: join(SHOTS, `${name}.png`), style: '.Toastify { display: none }' });
  }

  test(`the stored SQL of ${STORED} is coloured, although JupyterLab does not trust it`, () =>
    inNotebook(`notebooks/${STORED}`, (jupyter, notebook) => assertColoured(notebook)));

  test(`the page that ${VIEW} serves greets, remembers and refuses`, (t) =>
    inNotebook(`notebooks/${VIEW}`, async (jupyter, notebook) => {
      await notebook.runAll();
      await greets(t, jupyter, notebook);
    }));

  /** Tests the page at the end of the chapter in real browsers. */
  async function greets(t, jupyter, notebook) {
    const frame = jupyter.page.locator('iframe[title="The page /"]').last();
    const origin = new URL(await frame.getAttribute('src')).origin;
    const fred = await Visitor.come(browser, origin);
    const susan = await Visitor.come(browser, origin);

    await t.test('a first visit, and a second one', async () => {
      assert.deepEqual(await fred.reads(), ['Hello, Stranger!', 'Pleased to meet you.']);
      assert.deepEqual(await fred.submit('fred'), ['Hello, fred!', 'Pleased to meet you.']);
      assert.equal(new URL(fred.page.url()).pathname, '/index');
      assert.deepEqual(await fred.submit('fred'), ['Hello, fred!', 'Happy to see you again.']);
    });

    await t.test('two browsers at once are two visitors of one database', async () => {
      assert.deepEqual(await susan.reads(), ['Hello, Stranger!', 'Pleased to meet you.']);
      const both = await Promise.all([fred.submit('steve'), susan.submit('susan')]);
      assert.deepEqual(both.map(([hello]) => hello), ['Hello, steve!', 'Hello, susan!']);
      assert.deepEqual(await susan.submit('fred'), ['Hello, fred!', 'Happy to see you again.']);
    });

    await t.test('reloading sends nothing again, and the back button leads to a form that works', async () => {
      await susan.submit('john');
      await susan.page.reload();
      assert.deepEqual(await susan.reads(), ['Hello, john!', 'Pleased to meet you.']);
      await susan.page.goBack();
      assert.deepEqual(await susan.submit('john'), ['Hello, john!', 'Happy to see you again.']);
    });

    await t.test('a double click makes one user', async () => {
      await fred.open('/');
      await fred.page.getByLabel('What is your name?').fill('amelia');
      await fred.page.getByRole('button', { name: 'Submit' }).dblclick();
      await fred.page.waitForURL('**/index');
      assert.equal((await fred.reads())[0], 'Hello, amelia!');
      assert.equal(await stored(notebook, 'amelia'), '1');
    });

    await t.test('a script as a name is shown and not run', async () => {
      const script = '<script>alert(1)</script>';
      assert.equal((await fred.submit(script))[0], `Hello, ${script}!`);
      await fred.open(`/users/${encodeURIComponent('<img src=x onerror=alert(2)>')}`);
      assert.deepEqual(fred.scriptsRun, []);
    });

    await t.test('no name, blanks, and a very long one are refused with a message', async () => {
      await fred.open('/');
      const before = (await fred.reads())[0];
      for (const nothing of ['', '   ']) {
        assert.deepEqual((await fred.submit(nothing)).filter((line) => !/^(Happy|Pleased)/.test(line)), [before, 'Please type a name.']);
      }
      const long = await fred.submit('x'.repeat(10_000));
      assert.ok(long.includes(`A name has at most ${LONGEST_NAME} characters; this one has 10000.`), long.join());
      assert.equal(await stored(notebook, 'x'.repeat(10_000)), '0');
    });

    await t.test('a wrong method is 405, a post without our token 403', async () => {
      assert.equal(await fred.send('DELETE', '/'), 405);
      assert.equal(await fred.send('POST', '/', { name: 'mallory' }), 403);
      assert.equal(await fred.send('POST', '/', { name: 'mallory', csrf: 'guessed' }), 403);
      assert.equal(await stored(notebook, 'mallory'), '0');
    });

    await t.test('a missing user is a page, and the links lead through the pages', async () => {
      assert.equal(await fred.open('/users/4711'), 404);
      assert.deepEqual(await fred.reads(), ['Not found', 'There is no User with id 4711.', 'Home']);
      assert.equal(await fred.open('/users'), 200);
      assert.equal(await fred.page.getByRole('link', { name: 'previous' }).count(), 0);
      await fred.page.getByRole('link', { name: 'next' }).click();
      await fred.page.getByText('Page 2 of').waitFor();
      await fred.page.getByRole('link', { name: 'previous' }).click();
      await fred.page.getByText('Page 1 of').waitFor();
    });

    await t.test('after a restart of the server the visitor is a stranger, and the old form is refused kindly', async () => {
      await fred.open('/');
      const restart = notebook.codeCells.filter({ hasText: 'Site.start(config -> site(config))' });
      await notebook.runCell(restart);
      assert.match((await fred.submit('fred')).join() + (await fred.page.content()), /too old, or not ours/);
      assert.equal(await fred.open('/'), 200);
      assert.deepEqual(await fred.reads(), ['Hello, Stranger!', 'Pleased to meet you.']);
      assert.deepEqual(await fred.submit('user 01'), ['Hello, user 01!', 'Happy to see you again.']);
    });

    await t.test('the frame beside the code works as a tab does', async () => {
      await frame.scrollIntoViewIfNeeded();
      await frame.evaluate((element) => (element.src = element.src)); // it was loaded before the restarts
      const inside = frame.contentFrame();
      await inside.getByLabel('What is your name?').fill('user 02');
      await inside.getByRole('button', { name: 'Submit' }).click();
      await inside.getByText('Hello, user 02!').waitFor();
      await inside.getByText('Happy to see you again.').waitFor();
      await jupyter.page.screenshot({ path: join(SHOTS, 'view-frame.png') });
    });
    await Promise.all([fred.leave(), susan.leave()]);
  }

  test('some chapter draws an ER diagram', () => {
    assert.ok(diagramsSeen > 0);
  });

  test(`exercise ${EXERCISE.id} is to do, is answered wrong in a cell, is solved by typing, and passes`, () =>
    inNotebook(`my_notebooks/${EXERCISE.chapter}`, async (jupyter, notebook) => {
      await notebook.runAll();
      const cell = await notebook.typeCell(`grade("${EXERCISE.id}")`);
      const untouched = await notebook.runCell(cell);
      assert.match(untouched, new RegExp(`^${EXERCISE.id} .*: to do`));
      assert.doesNotMatch(untouched, /passed/);
      await jupyter.page.screenshot({ path: join(SHOTS, 'grade-todo.png') });

      const solution = readFileSync(join(copy.folder, EXERCISE.solution), 'utf8');
      const wrong = solution.replace(...EXERCISE.mistake);
      assert.notEqual(wrong, solution);
      const answer = await notebook.typeCell(`%%answer ${EXERCISE.id}\n${wrong}`);
      const failed = await notebook.runCell(answer);
      await answer.locator('.jp-OutputArea-output').last().scrollIntoViewIfNeeded();
      await jupyter.page.screenshot({ path: join(SHOTS, 'grade-failed.png') });
      assert.match(failed, new RegExp(`^${EXERCISE.id} .*: wrong`));
      assert.equal(readFileSync(join(copy.folder, EXERCISE.file), 'utf8').trim(), wrong.trim());

      await jupyter.openFile(EXERCISE.file);
      await jupyter.replaceText(solution);
      await jupyter.save();
      assert.equal(readFileSync(join(copy.folder, EXERCISE.file), 'utf8').trim(), solution.trim());

      await jupyter.showTab(EXERCISE.chapter);
      const again = await notebook.typeCell(`grade("${EXERCISE.id}")`);
      const solved = await notebook.runCell(again);
      await again.locator('.jp-OutputArea-output').last().scrollIntoViewIfNeeded();
      await jupyter.page.screenshot({ path: join(SHOTS, 'grade-passed.png') });
      assert.match(solved, new RegExp(`^${EXERCISE.id} .*: passed`));
      assert.doesNotMatch(solved, /to do|wrong|failed/);
    }));

  test('leaves no process behind when it is stopped', async () => {
    assert.deepEqual(await lab.stop(), []);
    lab = undefined;
  });

  test('starts again without doing any work twice', async () => {
    lab = await Lab.start(copy.folder);
    console.log(`Second start of lab.py: ${lab.secondsToAddress.toFixed(1)} s`);
    assert.doesNotMatch(lab.said, /Making|Installing|Building/);
    assert.deepEqual(await lab.stop(), []);
    lab = undefined;
  });
});

function hasCode(notebook) {
  return JSON.parse(readFileSync(notebook, 'utf8')).cells.some((cell) => cell.cell_type === 'code');
}

async function assertNoUnmeantErrors(notebook, stored) {
  const failed = (await notebook.cells()).filter((cell) => cell.errors.length > 0 && !stored.mayFail.has(cell.index));
  assert.deepEqual(failed.map(({ source, errors }) => ({ source, errors })), []);
}

/** Requires a colour for each kind of token in the SQL below the cells, and that all of it can be read. */
async function assertColoured(notebook) {
  const blocks = notebook.root.locator('.jp-OutputArea-output pre.highlight');
  await blocks.locator('.m').first().waitFor({ state: 'attached' });
  const colours = await coloursOfSql(blocks);
  assert.equal(new Set(colours).size, 5, `plain text, keywords, texts, numbers and placeholders: ${colours.join('; ')}`);
  const least = await leastContrast(blocks);
  assert.ok(least.contrast >= LEAST_CONTRAST, `SQL is hard to read: ${JSON.stringify(least)}`);
}

/** Queries in a cell how often a name is stored. */
async function stored(notebook, name) {
  const cell = await notebook.typeCell(`db.query(User.class).filterBy("username", "${name}").count()`);
  return (await notebook.runCell(cell)).trim();
}

async function assertDrawn(notebook, stored) {
  for (const { index, entities } of stored.diagrams) {
    const drawn = await notebook.diagrams(index);
    assert.equal(drawn.length, entities.length, `diagrams below cell ${index}`);
    drawn.forEach(({ width, height, words }, i) => {
      assert.ok(width > 50 && height > 50, `the diagram below cell ${index} is ${width} by ${height} pixels`);
      const missing = entities[i].filter((name) => !words.includes(name));
      assert.deepEqual(missing, [], `entities missing in the diagram below cell ${index}: it says ${words.join(' ')}`);
    });
  }
  return stored.diagrams.length;
}

function chosen(numbers) {
  if (!numbers?.trim()) return ALL_CHAPTERS;
  return numbers.trim().split(/\s+/).map((number) => {
    const chapter = ALL_CHAPTERS.find((name) => name.startsWith(`${number}_`));
    assert.ok(chapter, `CHAPTERS names '${number}', and no notebook with code begins with '${number}_'.`);
    return chapter;
  });
}

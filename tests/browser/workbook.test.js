import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CHECKOUT, copyOfCheckout } from './support/checkout.js';
import { launch } from './support/chromium.js';
import { JupyterLab } from './support/jupyterlab.js';
import { Lab } from './support/lab.js';
import { readNotebook } from './support/stored.js';

const CHAPTERS = readdirSync(join(CHECKOUT, 'notebooks')).filter((name) => name.endsWith('.ipynb')).sort();
const START = '00_start_here.ipynb';
const SHOTS = process.env.SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'ormlab-screenshots-'));
const EXERCISE = { id: '02.1', chapter: '02_models.ipynb', file: 'ch02_models/Country.java', folder: '02.1-country' };

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

  test('opens at the first chapter, on this machine only, and asks for the token', async () => {
    assert.equal(lab.url.hostname, '127.0.0.1');
    const stranger = await fetch(new URL('/api/contents', lab.url));
    assert.equal(stranger.status, 403, 'without the token nothing is told');
    const jupyter = await JupyterLab.open(browser, lab);
    const notebook = await jupyter.notebook();
    assert.match(await notebook.root.locator('h1').first().innerText(), /\w/);
    assert.match(await jupyter.page.title(), /^00_start/);
    await jupyter.close();
  });

  for (const chapter of CHAPTERS) {
    test(`runs all of ${chapter}`, async () => {
      const jupyter = await JupyterLab.open(browser, lab, `notebooks/${chapter}`);
      const notebook = await jupyter.notebook();
      const stored = readNotebook(join(copy.folder, 'notebooks', chapter));
      await notebook.runAll();
      const unmeant = (await notebook.cells()).filter((cell) => cell.errors.length > 0 && !stored.mayFail.has(cell.index));
      assert.deepEqual(unmeant.map(({ source, errors }) => ({ source, errors })), []);
      diagramsSeen += await assertDrawn(notebook, stored);
      await jupyter.screenshots(SHOTS, chapter.replace('.ipynb', ''));
      if (chapter === START) {
        await jupyter.theme('Dark');
        await jupyter.screenshots(SHOTS, chapter.replace('.ipynb', '-dark'));
        await jupyter.theme('Light');
      }
      assert.deepEqual(jupyter.requestsElsewhere, [], 'the page works offline');
      await jupyter.close();
      await lab.endKernels();
    });
  }

  test('some chapter draws an ER diagram', () => {
    assert.ok(diagramsSeen > 0);
  });

  test(`exercise ${EXERCISE.id} is to do, is solved by typing, and passes`, async () => {
    const jupyter = await JupyterLab.open(browser, lab, `notebooks/${EXERCISE.chapter}`);
    const notebook = await jupyter.notebook();
    await notebook.runAll();
    const cell = await notebook.typeCell(`grade("${EXERCISE.id}")`);
    const before = await notebook.runCell(cell);
    assert.match(before, /: to do/);
    assert.doesNotMatch(before, /passed/);

    const path = `exercises/src/main/java/${EXERCISE.file}`;
    const solution = readFileSync(join(copy.folder, 'exercises/catalogue', EXERCISE.folder, 'solution/Country.java'), 'utf8');
    await jupyter.openFile(path);
    await jupyter.replaceText(solution);
    await jupyter.save();
    assert.equal(readFileSync(join(copy.folder, path), 'utf8').trim(), solution.trim());

    await jupyter.showTab(EXERCISE.chapter);
    const after = await notebook.runCell(cell);
    assert.match(after, new RegExp(`${EXERCISE.id} .*: passed`));
    assert.doesNotMatch(after, /to do|wrong|failed/);
    await jupyter.page.screenshot({ path: join(SHOTS, 'exercise-solved.png') });
    await jupyter.close();
    await lab.endKernels();
  });

  test('leaves no process behind when it is stopped', async () => {
    assert.deepEqual(await lab.stop(), []);
    lab = undefined;
  });
});

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

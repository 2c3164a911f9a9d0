import { setTimeout as sleep } from 'node:timers/promises';

const SECOND = 1000;
const RUN_SECONDS = 240;

/** The notebook that is open in the page. */
export class Notebook {
  constructor(jupyter) {
    this.jupyter = jupyter;
    this.page = jupyter.page;
    this.root = this.page.locator('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook');
    this.codeCells = this.root.locator('.jp-CodeCell');
  }

  /** Waits for "Idle" and for a connection, because "Idle" also appears before there is a kernel, when Run All does nothing. */
  async ready() {
    await this.root.waitFor();
    await until(120, 'the kernel has not started', async () => {
      const sessions = await this.jupyter.lab.ask('/api/sessions');
      return sessions.length > 0 && ['unknown', 'idle'].includes(await this.kernelStatus());
    });
  }

  kernelStatus() {
    return this.page
      .locator('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook-ExecutionIndicator')
      .getAttribute('data-status');
  }

  /** Removes the stored outputs and numbers, so that everything seen afterwards comes from this run. */
  async clearOutputs() {
    await this.jupyter.menu('Edit', 'Clear Outputs of All Cells');
    await until(10, 'stored outputs are still shown', async () => {
      const cells = await this.cells();
      return cells.every((cell) => cell.outputs.length === 0 && !cell.number);
    });
  }

  /** Chooses Run All and waits until the kernel is idle; the last cell must have run. */
  async runAll() {
    await this.clearOutputs();
    await until(30, 'Run All does nothing', async () => {
      await this.jupyter.menu('Run', 'Run All Cells');
      return soon(5, async () => (await this.cells()).some((cell) => cell.number || cell.waiting));
    });
    await this.#rests();
    const cells = await this.cells();
    const notRun = cells.filter((cell) => cell.source && !cell.number);
    if (notRun.length > 0) {
      const errors = cells.flatMap((cell) => cell.errors);
      throw new Error(`These cells did not run:\n${notRun.map((c) => c.source).join('\n--\n')}\n${errors.join('\n')}`);
    }
  }

  async #rests() {
    await until(RUN_SECONDS, 'the kernel is still busy', () => this.#isDone());
  }

  /** Waits until the kernel is idle with nothing left to run, or idle for a while: after an error, JupyterLab drops the remaining cells. */
  async #isDone() {
    const dialogs = await this.page.locator('.jp-Dialog').allInnerTexts();
    if (dialogs.length > 0) {
      throw new Error(`JupyterLab asks: ${dialogs.join(' ').replace(/\s+/g, ' ')}`); // most likely, the kernel died
    }
    const ran = (await this.cells()).every((cell) => cell.number || !cell.source);
    return (await this.#isIdle()) && (ran || !(await soon(3, async () => !(await this.#isIdle()))));
  }

  async #isIdle() {
    const cells = await this.cells();
    return !cells.some((cell) => cell.waiting) && (await this.kernelStatus()) === 'idle';
  }

  /** Returns what each code cell shows: its number, source, kinds of output, and the text of errors. */
  cells() {
    return this.codeCells.evaluateAll((cells) =>
      cells.map((cell) => {
        const prompt = cell.querySelector('.jp-InputArea-prompt')?.textContent ?? '';
        const outputs = [...cell.querySelectorAll('.jp-OutputArea-output')].map((output) => ({
          kind: output.dataset.mimeType ?? '',
          text: output.textContent, // innerText is empty where nothing is painted
        }));
        return {
          index: Number(cell.dataset.windowedListIndex),
          number: Number(prompt.match(/\d+/)?.[0] ?? 0),
          waiting: prompt.includes('*'),
          source: [...cell.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n').trim(),
          outputs,
          errors: outputs.filter(({ kind }) => /\.(stderr|error)$/.test(kind)).map(({ text }) => text),
        };
      }),
    );
  }

  /** Types code into a new cell at the end. */
  async typeCell(code) {
    const before = await this.codeCells.count();
    await this.root.locator('.jp-Cell').last().locator('.jp-InputArea-prompt, .jp-RenderedMarkdown').first().click();
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('b');
    await until(10, 'no new cell appears', async () => (await this.codeCells.count()) === before + 1);
    const cell = this.codeCells.nth(before);
    await cell.locator('.cm-content').click();
    await this.page.keyboard.insertText(code);
    return cell;
  }

  /** Runs one cell with Ctrl-Enter; returns the text below it. */
  async runCell(cell) {
    const prompt = cell.locator('.jp-InputArea-prompt').first();
    const before = await prompt.textContent();
    await cell.locator('.cm-content').click();
    await this.page.keyboard.press('Control+Enter');
    await until(90, 'the cell does not end', async () => {
      const now = await prompt.textContent();
      return /\d/.test(now) && now !== before && (await this.kernelStatus()) === 'idle';
    });
    return (await cell.locator('.jp-OutputArea-output').allInnerTexts()).join('\n');
  }

  /** Shows a cell's diagram and what follows it, in a window of the picture's size and with nothing selected. */
  async showDiagram(cellIndex) {
    await this.page.setViewportSize({ width: 1280, height: 1062 });
    const cell = this.root.locator(`.jp-Cell[data-windowed-list-index="${cellIndex}"]`);
    await this.page.mouse.move(0, 0);
    for (let times = 0; times < 3; times++) {
      await cell.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await sleep(SECOND); // cells get their height only when they become visible, which moves the others
    }
  }

  /** Returns the drawn diagrams below a cell: their size on the page, and the words in them. */
  async diagrams(cellIndex) {
    const cell = this.root.locator(`.jp-Cell[data-windowed-list-index="${cellIndex}"]`);
    await cell.scrollIntoViewIfNeeded();
    const images = cell.locator('.jp-OutputArea-output .jp-RenderedMermaid img');
    await soon(10, async () => (await images.count()) > 0);
    const drawn = [];
    for (const image of await images.all()) {
      await image.scrollIntoViewIfNeeded();
      drawn.push(
        await image.evaluate(async (img) => {
          await img.decode();
          const svg = decodeURIComponent(img.src.replace(/^data:image\/svg\+xml[^,]*,/, ''));
          const drawing = new DOMParser().parseFromString(svg.slice(svg.indexOf('<svg')), 'text/html').body;
          drawing.querySelectorAll('style').forEach((style) => style.remove());
          const labels = document.createTreeWalker(drawing, NodeFilter.SHOW_TEXT);
          const words = [];
          while (labels.nextNode()) {
            words.push(...labels.currentNode.data.split(/\s+/).filter(Boolean));
          }
          const { width, height } = img.getBoundingClientRect();
          return { width, height, words };
        }),
      );
    }
    return drawn;
  }
}

async function soon(seconds, condition) {
  const end = Date.now() + seconds * SECOND;
  while (Date.now() < end) {
    if (await condition()) {
      return true;
    }
    await sleep(150);
  }
  return false;
}

async function until(seconds, complaint, condition) {
  if (!(await soon(seconds, condition))) {
    throw new Error(`After ${seconds} s ${complaint}.`);
  }
}

import { readFileSync } from 'node:fs';

const NAME = /^\s*"?([\w-]+)"?\s*(?:\[.*?\]\s*)?(?:\{|[|}][|o]--|$)/;

/** Reads a notebook's file: which cells may fail, and which entities its diagrams show. */
export function readNotebook(path) {
  const cells = JSON.parse(readFileSync(path, 'utf8')).cells.map((cell, index) => ({ ...cell, index }));
  return {
    mayFail: new Set(cells.filter((cell) => cell.metadata.tags?.includes('raises-exception')).map((cell) => cell.index)),
    diagrams: cells
      .map((cell) => ({ index: cell.index, entities: (cell.outputs ?? []).flatMap(diagrams).map(entities) }))
      .filter((cell) => cell.entities.length > 0),
  };
}

/** Returns the source of the ER diagrams in an output: one, or two before and after a change. */
function diagrams(output) {
  const markdown = [output.data?.['text/markdown'] ?? ''].flat().join('');
  return [...markdown.matchAll(/```mermaid\s*\n\s*(erDiagram[\s\S]*?)```/g)].map((match) => match[1]);
}

function entities(erDiagram) {
  const lines = erDiagram.split('\n').slice(1);
  const names = [];
  let inside = false;
  for (const line of lines) {
    const name = !inside && line.match(NAME)?.[1];
    if (name) {
      names.push(name);
    }
    inside = /\{\s*$/.test(line) || (inside && !/^\s*\}/.test(line));
  }
  return [...new Set(names)];
}

import type { PriceCommand } from '../../src/command/command.ts';
import { parse } from '../../src/command/parse.ts';
import { isMistake } from '../../src/command/problem.ts';
import { evaluate, type LayerResult, type Result } from '../../src/result.ts';

/** The command of a question about a price. */
export function commandOf(question: string): PriceCommand {
  const command = parse({ text: question });
  if (command.kind === 'problem') throw new Error(`${question}: ${command.message}`);
  if (command.kind === 'help' || command.kind === 'explain') throw new Error(`no price: ${question}`);
  return command;
}

/** The numbers of a question. */
export function resultOf(question: string): Result {
  const result = evaluate(commandOf(question));
  if (isMistake(result)) throw new Error(`${question}: ${result.message}`);
  return result;
}

/** The numbers of a question about one layer. */
export function layerResultOf(question: string): LayerResult {
  const result = resultOf(question);
  if (result.kind !== 'layer') throw new Error(`not one layer: ${question}`);
  return result;
}

import type { Settings } from '../command/command.ts';
import { parameterBytes } from '../conv/element-type.ts';
import type { Priced } from '../conv/price.ts';
import { decimalBytes, grouped, percent } from '../numbers-in-words.ts';
import type { LayerResult, PricedVariant } from '../result.ts';
import type { Block, Cell, Column } from './answer.ts';
import { isDepthwiseVariant, sidesText } from './describe.ts';

/** Columns that a table of prices has, beside its first one. */
export function priceColumns(share: string | undefined, hasCost: boolean, settings: Settings): Column[] {
  const columns: Column[] = [{ title: 'Parameters', align: 'right' }];
  if (share) columns.push({ title: share, align: 'right' });
  if (hasCost) columns.push(operationsColumn(settings), { title: 'Output', align: 'right' });
  if (hasCost || settings.showBytes)
    columns.push({ title: `Size (${settings.elementType})`, align: 'right' });
  return columns;
}

/** The cells of one row of prices. `of` is what its share is taken of; `out` its output channels. */
export function priceCells(
  { count, cost, layers }: Priced,
  of: number | undefined,
  out: number | undefined,
  settings: Settings,
): Cell[] {
  const cells = [numberCell(count.params)];
  if (of !== undefined) cells.push({ text: percent(count.params / of), value: count.params / of });
  if (cost) cells.push(numberCell(operations(cost.macs, settings)), { text: shapeText(out, cost.output) });
  if (cost || settings.showBytes) cells.push(bytesCell(parameterBytes(layers, settings.elementType)));
  return cells;
}

/** The variants of a layer, each against the standard one. */
export function layerTable(result: LayerResult): Block {
  const { settings } = result.command;
  const hasCost = result.standard.cost !== undefined;
  return {
    kind: 'table',
    columns: [{ title: 'Variant', align: 'left' }, ...priceColumns('of standard', hasCost, settings)],
    rows: shownVariants(result).map((variant) => [
      { text: variantTitle(result, variant.name) },
      ...priceCells(variant, result.standard.count.params, outOf(variant), settings),
    ]),
  };
}

/** A grouped layer that is the depthwise one needs no second row. */
export function shownVariants({ variants, command: { spec } }: LayerResult): readonly PricedVariant[] {
  return isDepthwiseVariant(spec) ? variants.filter(({ name }) => name !== 'grouped') : variants;
}

function variantTitle({ command }: LayerResult, name: string): string {
  if (name === 'grouped') return `Grouped (${grouped(command.spec.convolution.groups)})`;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The output channels of a list of layers. */
export function outOf({ layers }: Priced): number | undefined {
  const last = layers.findLast(({ layer }) => layer.kind === 'convolution')?.layer;
  return last?.kind === 'convolution' ? last.out : undefined;
}

/** 64×112×112: channels, then sides. */
export function shapeText(channels: number | undefined, sides: readonly number[]): string {
  return sidesText(channels === undefined ? sides : [channels, ...sides]);
}

/** MACs, or FLOPs where these were asked for: 1 MAC = 2 FLOPs. */
export function operations(macs: number, { unit }: Settings): number {
  return unit === 'flops' ? 2 * macs : macs;
}

export function operationsWord({ unit }: Settings): 'FLOPs' | 'MACs' {
  return unit === 'flops' ? 'FLOPs' : 'MACs';
}

export function numberCell(value: number): Cell {
  return { text: grouped(value), value };
}

function operationsColumn(settings: Settings): Column {
  return { title: operationsWord(settings), align: 'right' };
}

function bytesCell(bytes: number): Cell {
  return { text: decimalBytes(bytes), value: bytes };
}

/**
 * convparams: what a convolution layer costs.
 *
 * `ask` takes what a person types and gives an Answer, a document for any surface; `plain` turns it into text.
 * `count` and `price` are the formula core: numbers of parameters, MACs, activations and bytes of layers.
 * Everything is exact or refused (a Problem or a Fault), nothing is rounded, nothing throws for bad input.
 * No function does I/O or needs Node.js.
 *
 * @packageDocumentation
 */
export type { Action, Answer, Block, Cell, Column, FormulaLine, Inline, Reference } from './answer/answer.ts';
export { type Paint, type PlainOptions, plain } from './answer/plain.ts';
export { ask } from './ask.ts';
export { catalogue, type Entry, examples } from './command/catalogue.ts';
export type { FactName } from './command/facts.ts';
export type { Named } from './command/named.ts';
export type { Question } from './command/parse.ts';
export type { ProblemCode, Span } from './command/problem.ts';
export { type Count, count } from './conv/count.ts';
export type { ElementType } from './conv/element-type.ts';
export type { Fault } from './conv/fault.ts';
export type {
  Convention,
  Convolution,
  Elementwise,
  Embedding,
  Layer,
  Linear,
  Padding,
  Sides,
} from './conv/layer.ts';
export { legalGroups } from './conv/legal-groups.ts';
export { outputSize } from './conv/output-size.ts';
export { type Cost, type Priced, type PricedLayer, price, type Run } from './conv/price.ts';
export { receptiveField } from './conv/receptive-field.ts';
export type { Spec } from './conv/spec.ts';
export { type Variant, type VariantName, variants } from './conv/variants.ts';
export type { LayerNumbers, Numbers, TotalNumbers, VariantNumbers } from './numbers.ts';

import type { Random } from './random.ts';

const openings = [
  ...['how many params in', 'how many parameters in', 'how many params for', 'params of', 'parameters of'],
  ...['what does', 'how much does', 'cost of', 'count', 'what about', 'what is the parameter count of'],
  ...[
    'number of params in',
    'number of parameters of',
    'how many weights and biases in',
    'hi,',
    'hey,',
    'hello,',
  ],
  ...['please price', 'can you count', 'params for', 'hi, how many params in', 'hey, what does', 'I have'],
  ...['how many parameters does', 'how many params are in', 'calculate', 'compute params of'],
];
const greetings = ['hi,', 'hey,', 'hello,', 'hi!', 'hello'];
/** What does not go on after "how many params in". */
const dependent =
  /^(?:with|without|w|on|at|for|in|from|to|padded|dilated|applied|over|using|split|no|and|plus|including|unpadded|followed|going|input|strides? is|stride:|compare)\b/i;
const closings = ['?', '?', '.', ' please', ', please', ' please?', ', thanks', ' thanks', ' pls', '!'];

/** "1 channels" is nothing that a person writes. */
const single = /(?<![x×y] ?)\b1 ((?:input |output )?(?:channel|filter|kernel|input|output))s\b(?!:? ?\d)/g;

/** What people put around a layer, and how they write on a phone. */
export function sentence(words: string, random: Random): string {
  let text = words.replace(single, '1 $1');
  if (random.chance(0.45)) {
    const opening = random.pick(dependent.test(text) ? greetings : openings);
    const article = /^(?:\d|conv|deconv|transposed?\b|depth|stride-)/i.test(text) && !/[,]$/.test(opening);
    text = `${opening} ${article && random.chance(0.8) ? 'a ' : ''}${text}`;
    if (/does$/.test(opening)) text += /many/.test(opening) ? ' have' : ' cost';
  }
  if (random.chance(0.35)) text += random.pick(closings);
  if (random.chance(0.15)) text = text.charAt(0).toUpperCase() + text.slice(1);
  return random.chance(0.02) ? text.toUpperCase() : text;
}

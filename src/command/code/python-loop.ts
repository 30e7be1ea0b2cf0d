// Repetitions are bounded, as a message of nothing but `for` must not take quadratic time.
const target = String.raw`\(?\s*\w+(?:\s*,\s*\w+){0,8}\s*\)?`;
const over = [
  String.raw`(?:range|enumerate|zip|reversed)\s*\(`,
  '[[(]',
  String.raw`[\w.]+\s*(?:\([^()\n]{0,80}\)\s*|\[[^\]\n]{0,80}\]\s*)?(?::[ \t]*(?:#|\n|$)|[\])])`,
  String.raw`[^\n]{0,80}:\s*[\w.]+\.(?:append|add_module|extend|add)\(`,
];

/**
 * A loop of Python repeats the calls in it: to price these alone would be wrong. It goes over a range or the like,
 * or ends its header with a line or a bracket, or adds to a list; "good for use in mobile: …" does none of that.
 */
export const pythonLoop = new RegExp(String.raw`\bfor\s+${target}\s+in\s+(?:${over.join('|')})`, 'm');

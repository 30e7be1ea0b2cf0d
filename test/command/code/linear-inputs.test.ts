import { describe, expect, it } from 'vitest';
import { numbersFor, problemFor } from '../../support/ask-for.ts';

const until = (last: string) =>
  `nn.Sequential(nn.Conv2d(1, 16, 3, padding=1), nn.MaxPool2d(2), nn.Conv2d(16, 32, 3, padding=1), nn.MaxPool2d(2), nn.Flatten(), ${last})`;

describe('a linear layer whose inputs are not what reaches it', () => {
  // PyTorch 1.13: mat1 and mat2 shapes cannot be multiplied (1x1568 and 1050x10)
  it.each([
    [`${until('nn.Linear(⟦1050⟧, 10)')} @28`, '32 · 7 · 7 = 1,568', '1,050', '1568'],
    [`${until('nn.Linear(in_features=⟦1050⟧, out_features=10)')} @28`, '32 · 7 · 7 = 1,568', '1,050', '1568'],
    [`${until('nn.Linear(⟦32 * 5 * 5⟧, 10)')} @28`, '32 · 7 · 7 = 1,568', '800', '1568'],
    [
      `net = ${until('nn.Linear(⟦1050⟧, 10)')}\nx = torch.randn(4, 1, 28, 28)`,
      '32 · 7 · 7 = 1,568',
      '1,050',
      '1568',
    ],
    ['nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(⟦64⟧, 10))', '128', '64', '128'],
    ['Sequential (\n  (0): Linear (784 -> 128)\n  (1): Linear (⟦64 -> 10⟧)\n)', '128', '64', '128 -> 10'],
  ])('%s', (marked, arrive, expected, fix) => {
    const question = marked.replace(/[⟦⟧]/g, '');
    const problem = problemFor(question);
    expect(problem.message).toBe(
      `${arrive} numbers reach Linear, but it takes ${expected}: PyTorch refuses that.`,
    );
    expect(question.slice(...problem.at)).toBe(/⟦(.*)⟧/.exec(marked)?.[1]);
    expect(problem.suggestion).toBe(marked.replace(/⟦.*⟧/, fix).replace(/ +/g, ' '));
    expect(numbersFor(problem.suggestion ?? '').total.params).toBeGreaterThan(0);
  });

  it.each([
    ['the right number', `${until('nn.Linear(1568, 10)')} @28`],
    ['no input', until('nn.Linear(1050, 10)')],
    [
      'lines of a class',
      `self.a = nn.Conv2d(1, 16, 3)\nself.f = nn.Flatten()\nself.b = nn.Linear(10, 10)\n@28`,
    ],
    [
      'a sequence inside of a class',
      `class N(nn.Module):\n  def __init__(self):\n    self.net = ${until('nn.Linear(1050, 10)')}\n@28`,
    ],
    [
      'a module that is not followed',
      `nn.Sequential(nn.Conv2d(1, 16, 3), nn.Upsample(scale_factor=2), nn.Flatten(), nn.Linear(10, 10)) @28`,
    ],
    [
      'a module of the user’s own',
      `nn.Sequential(nn.Conv2d(1, 16, 3), Block(16), nn.Flatten(), nn.Linear(10, 10)) @28`,
    ],
    [
      'a print of a class',
      'Net(\n  (a): Linear(in_features=784, out_features=128)\n  (b): Linear(in_features=64, out_features=10)\n)',
    ],
  ])('is none with %s', (_, question) => {
    expect(numbersFor(question).total.params).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';
import { problemFor } from '../../support/ask-for.ts';

describe('a line of a YOLO file', () => {
  it.each([
    '- [-1, 1, Conv, [64, 3, 2]]',
    '[-1, 1, Conv, [64, 3, 2]]',
    '- [-1, 1, Conv, [64, 3, 2]]  # 0-P1/2\n  - [-1, 3, C3, [128]]',
    'backbone:\n  - [-1, 1, Conv, [64, 3, 2]]',
  ])('%j is told to be one, with its numbers, and without a correction that drops them', (question) => {
    const problem = problemFor(question);
    expect(problem.message).toBe(
      'A line of a YOLO file does not say the input channels of Conv: write the layer in words, k=3 in=… out=64 s=2 bn, with the number in place of the dots.',
    );
    expect(question.slice(...problem.at)).toBe('[-1, 1, Conv, [64, 3, 2]]');
    expect(problem.suggestion).toBeUndefined();
  });

  it('may be of a block, or of several inputs', () => {
    expect(problemFor('- [[-1, 6], 1, Concat, [1]]').message).toContain('channels of Concat');
    expect(problemFor('- [-1, 3, C2f, [128, True]]').suggestion).toBeUndefined();
  });
});

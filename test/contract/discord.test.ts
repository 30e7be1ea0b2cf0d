import { component } from '../../adapters/discord/draw/component.ts';
import { drawAnswer } from '../../adapters/discord/draw/draw-answer.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { describeRenderer } from './renderer.ts';

/** What Discord reads as markup. The labels of buttons are no markup, and hold nothing that the texts lack. */
function draw(answer: Answer): string {
  return drawAnswer(answer, { audience: 'public' })
    .components.flatMap((part) => (part.type === component.textDisplay ? [part.content] : []))
    .join('\n');
}

/** A pattern where Discord would act upon it: outside of fences and without a backslash before it. */
function outsideFences(pattern: string): RegExp {
  return new RegExp(String.raw`(?<=^(?:\`\`\`[\s\S]*?\`\`\`|(?!\`\`\`)[\s\S])*)(?<!\\)(?:${pattern})`);
}

describeRenderer('Discord', draw, {
  live: [
    outsideFences('<[@#:/a-z]'),
    outsideFences('@(?:everyone|here)'),
    outsideFences(String.raw`https?://(?!arxiv\.org|docs\.|keras\.|pytorch\.)`),
    outsideFences(String.raw`\]\((?!https://)`),
    outsideFences(String.raw`\*\*evil|__evil|~~evil|\|\|evil`),
    outsideFences(String.raw`\n#+ evil|\n> evil`),
    // A fence within a fence: an odd number of them.
    /^(?:(?:(?!```)[\s\S])*```(?:(?!```)[\s\S])*```)*(?:(?!```)[\s\S])*```(?:(?!```)[\s\S])*$/,
  ],
});

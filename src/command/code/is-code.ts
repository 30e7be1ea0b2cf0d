import { convolutionModules, parameterlessModules } from './modules.ts';
import { isLayerModule } from './read-layer.ts';
import { isResizeModule } from './read-resize.ts';

const lowerCaseConvolutions = new Map(
  [...convolutionModules.keys()].map((name) => [name.toLowerCase(), name]),
);

/** Whether a name that is called is a module: one that is known, or one in capitals as classes are. */
export function isCode(name: string): boolean {
  return /^_?[A-Z]/.test(name) || lowerCaseConvolutions.has(name) || isKnownModule(name);
}

/** Modules that are also words with which a sentence, or an aside in brackets, begins. */
const everydayWords: ReadonlySet<string> = new Set(
  `Activation Add Average Concatenate Dot Maximum Minimum Multiply Permute Reshape Subtract`.split(' '),
);

/**
 * Whether a name is called also where a blank stands before its bracket, as PyTorch printed modules up to
 * version 0.3: `Conv2d (3, 64, kernel_size=(7, 7))`. Only names that can be nothing else are.
 */
export function isCodeBeforeBlank(name: string): boolean {
  if (name === 'Sequential' || name === 'ModuleList') return true;
  return isKnownModule(name) && !everydayWords.has(name);
}

function isKnownModule(name: string): boolean {
  return (
    convolutionModules.has(name) ||
    isLayerModule(name) ||
    isResizeModule(name) ||
    parameterlessModules.has(name) ||
    name === 'weight_norm'
  );
}

/** The convolution that a name in lower case was meant to be. */
export function convolutionInLowerCase(name: string): string | undefined {
  return lowerCaseConvolutions.get(name);
}

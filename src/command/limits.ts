/** Longest question in words; beside code as many are read. */
export const mostCharacters = 4_000;

/** Longest question with code: a printed DenseNet-121 has 30,000 characters. */
export const mostCharactersOfCode = 131_072;

/** Most layers that words can ask about. */
export const mostLayers = 64;

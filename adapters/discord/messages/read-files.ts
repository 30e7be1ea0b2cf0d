import { askMessage } from '../../../src/ask-message.ts';
import { grouped } from '../../../src/numbers-in-words.ts';
import type { Log } from '../../log.ts';
import { loggable } from '../loggable.ts';
import { mostBytes, type ReadFile } from './file-reader.ts';
import type { TextFile } from './said-in.ts';

/** The texts of files in their order, and a sentence about each that was not read. */
export type FilesRead = { readonly texts: readonly string[]; readonly unread: readonly string[] };

const mostFiles = 4;

/** Reads the files of a message. Never rejects: what can't be read is told, and logged. */
export async function readFiles(files: readonly TextFile[], read: ReadFile, log: Log): Promise<FilesRead> {
  const all = await Promise.all(files.slice(0, mostFiles).map((file) => readOne(file, read, log)));
  const tooMany = files.length > mostFiles ? [`Only the first ${mostFiles} files were read.`] : [];
  return {
    texts: all.flatMap((one) => ('text' in one ? [one.text] : [])),
    unread: [...all.flatMap((one) => ('unread' in one ? [one.unread] : [])), ...tooMany],
  };
}

type FileRead = { readonly text: string } | { readonly unread: string };

async function readOne(file: TextFile, read: ReadFile, log: Log): Promise<FileRead> {
  const { filename, size } = file;
  if (size > mostBytes) {
    return { unread: `${filename} was not read: it has more than ${grouped(mostBytes)} bytes.` };
  }
  try {
    const text = await read(file);
    // A log beside a question would make a mistake of it.
    return askMessage(text) ? { text } : { unread: `There is no layer in ${filename}: it was left aside.` };
  } catch (error) {
    log.warn(loggable(error), 'a file could not be read');
    return { unread: `${filename} could not be had from Discord, so it was not read.` };
  }
}

/** What `--help` prints. The language of the questions has its own: `convparams help`. */
export const usage = `convparams: what a convolution layer costs

  convparams 7 512 512 nobias              kernel, input and output channels
  convparams '3x3 128->256 g=32 @56'       quotes keep > and ( from the shell
  convparams help                          more examples, and every word
  convparams                               a prompt: one question after another
  python -c 'print(model)' | convparams -  standard input is the question
  convparams - @224 int8 < model.txt       words after - are added to it
  convparams --lines < questions.txt       one question a line

Options
  --json     print the numbers as JSON
  --lines    answer each line of standard input with one line of JSON
  --help     print this; also -h
  --version  print the version
  --         what follows are words of the question

Exit codes
  0  answered
  1  convparams failed: stderr has an error id, and the stack if DEBUG is set
  2  the question or an option has a problem: stderr says which; with --lines,
     the JSON of that question does

Colour needs a terminal; NO_COLOR turns it off.
`;

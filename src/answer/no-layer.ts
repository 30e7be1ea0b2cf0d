/** What is told of a message that names no layer. */
export const noLayer =
  'There is no layer in that message that I can read. I read PyTorch and Keras code, what print(model) shows, and questions such as 7 512 512 nobias.';

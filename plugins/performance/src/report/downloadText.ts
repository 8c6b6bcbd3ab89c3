/** Milliseconds for the browser to take the text before it is let go. */
const handoverMs = 10_000;

/** Saves a text as a file of the reader. */
export function downloadText(file: {
  name: string;
  type: string;
  text: string;
}): void {
  const { name, type, text } = file;
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), handoverMs);
}

/** Keeps a file where the phone keeps what was downloaded. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some phones ask first where to put it, and read it only then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

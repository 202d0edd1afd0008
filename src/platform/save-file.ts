/** Offers a file to the visitor to be saved, as a link to it would. Without a page it does nothing. */
export function saveFile(file: Blob, name: string): void {
  if (typeof document === 'undefined') return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken hold of the file by the next task.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 0);
}

/** Shows the whole of a field that takes the focus: Safari is content when it shows a part. */
export function showFocused({ target }: Event): void {
  if (target instanceof HTMLElement) target.scrollIntoView({ block: 'nearest' });
}

/** The contrast of two colours of CSS as WCAG counts it, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter = 1, darker = 0] = [one, other].map(luminance).sort((first, second) => second - first);
  return (lighter + 0.05) / (darker + 0.05);
}

/** How much light a colour gives, from 0 to 1; a canvas knows all ways to write it. */
function luminance(colour: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('There is no canvas');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, opacity = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  if (opacity < 1) throw new Error(`What is to be seen through ${colour} is not known`);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

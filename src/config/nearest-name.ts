/** Which of some names is meant by one that is none of them: the same but for capitals and signs, else one edit away. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const wanted = bare(name);
  const isNear = (each: string) => wanted.length > 3 && isOneEditAway(wanted, bare(each));
  return names.find((each) => bare(each) === wanted) ?? names.find(isNear);
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '');
}

/** Whether the names differ in one letter, or in the order of two that stand side by side. */
function isOneEditAway(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [rest, otherRest] = [one.slice(same), other.slice(same)];
  const swapped = `${rest.charAt(1)}${rest.charAt(0)}${rest.slice(2)}`;
  return (
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    rest.slice(1) === otherRest.slice(1) ||
    swapped === otherRest
  );
}

// How figures are written, the same in terminal and document.

/** Three digits that count, with thousands apart. */
export function number(value) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** From the smallest to the largest sample; nothing when there was only one. */
export function spread({ min, max }) {
  return min === max ? '' : `${number(min)}..${number(max)}`;
}

/** Length of a text in UTF-8, in bytes. */
export function measureBytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // The halves of a pair are two bytes each; all else from U+0800 is three.
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    if (unit >= 0x80) bytes += unit < 0x800 || isHalf ? 1 : 2;
  }
  return bytes;
}

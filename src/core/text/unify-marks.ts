const wide = "（），、；：【】＋＆｜～・＃";
const plain = "(),,;:[]+&|~,#";
const pattern = new RegExp(`[${wide}\\u00a0\\u3000\\uff10-\\uff19\\uff21-\\uff3a]`, "g");

/**
 * The same text, equally long, with the full-width marks, digits and capitals of East Asian writing as
 * their plain forms, and every kind of blank as a space; line breaks stay.
 */
export function unifyMarks(text: string): string {
  return text.replace(pattern, (unit) => {
    const place = wide.indexOf(unit);
    if (place >= 0) return plain.charAt(place);
    const code = unit.charCodeAt(0);
    return code >= 0xff10 ? String.fromCharCode(code - 0xfee0) : " ";
  });
}

/** Stands for each character of a secret while a text is read: Unicode has set it aside, so no text of people holds it. */
export const secretFiller = "\uFDD0";

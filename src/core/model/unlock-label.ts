/** The label by which a person who has checked a violation lifts the freeze; in whatever case. */
export const unlockLabel = "keysteps:unlock";

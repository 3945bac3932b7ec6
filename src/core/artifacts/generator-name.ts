/** The name that artifacts give their maker: that of the format, whose readers look for it. */
export const generatorName = "T.A.S.K.S v3";

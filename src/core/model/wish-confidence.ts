/**
 * Confidence of a dependency that is only wished for (`T001 (optional)`), or of one of several of which
 * any is enough. What counts no more than this holds nothing up.
 */
export const wishConfidence = 0.4;

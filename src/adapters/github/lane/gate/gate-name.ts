/** What the gate's check runs are called; branch rules require it by this name. */
export const gateName = "Keysteps gate";

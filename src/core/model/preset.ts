/** Which end a plan has in view: something that users can judge, or something that holds in production. */
export type Preset = "mvp" | "hardening";

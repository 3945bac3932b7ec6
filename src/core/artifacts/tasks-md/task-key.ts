/** One thing that the document says of a task, in whatever form the layout has for it. */
export interface TaskKey {
  readonly name: string;
  /** What stands behind the name in brackets. */
  readonly remark?: string;
  /** On the line of the key. All texts are Markdown. */
  readonly value?: string;
  /** Under the key, one line each; of steps more. */
  readonly bullets?: readonly string[];
  /** Lines of a block of code under the key. */
  readonly code?: readonly string[];
}
